import { Page } from '../../components/page.tsx'

export function CohortsPage() {
  return <Page title="CohortsPage">…</Page>
}
