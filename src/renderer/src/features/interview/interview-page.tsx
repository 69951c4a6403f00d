import { Page } from '../../components/page.tsx'

export function InterviewPage() {
  return <Page title="InterviewPage">…</Page>
}
