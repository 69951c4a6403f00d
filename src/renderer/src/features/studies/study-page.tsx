import { Page } from '../../components/page.tsx'

export function StudyPage() {
  return <Page title="StudyPage">…</Page>
}
