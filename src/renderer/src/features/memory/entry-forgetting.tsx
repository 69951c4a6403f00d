import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { useNow } from '../../lib/use-now.ts'
import { ForgettingChart } from './forgetting-chart.tsx'
import { forgettingQuery } from './memory.queries.ts'

/** How the memory that is looked at fades. */
export function EntryForgetting({ personaId, entryId }: { personaId: string; entryId: string }) {
  const query = useQuery(forgettingQuery(personaId, entryId))
  const now = useNow()
  return (
    <Section title="How it fades">
      <QueryView query={query}>{(curve) => <ForgettingChart curve={curve} now={now} />}</QueryView>
    </Section>
  )
}
