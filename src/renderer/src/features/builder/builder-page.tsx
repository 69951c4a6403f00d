import { Page } from '../../components/page.tsx'

export function BuilderPage() {
  return <Page title="BuilderPage">…</Page>
}
