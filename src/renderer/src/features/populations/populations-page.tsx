import { Page } from '../../components/page.tsx'

export function PopulationsPage() {
  return <Page title="PopulationsPage">…</Page>
}
