import { Page } from '../../components/page.tsx'

export function CohortPage() {
  return <Page title="CohortPage">…</Page>
}
