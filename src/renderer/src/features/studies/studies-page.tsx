import { Page } from '../../components/page.tsx'

export function StudiesPage() {
  return <Page title="StudiesPage">…</Page>
}
