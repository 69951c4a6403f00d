import { Page } from '../../components/page.tsx'

export function SkillPage() {
  return <Page title="SkillPage">…</Page>
}
