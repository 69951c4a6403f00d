import { Page } from '../../components/page.tsx'

export function SkillsPage() {
  return <Page title="SkillsPage">…</Page>
}
