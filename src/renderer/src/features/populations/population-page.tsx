import { Page } from '../../components/page.tsx'

export function PopulationPage() {
  return <Page title="PopulationPage">…</Page>
}
