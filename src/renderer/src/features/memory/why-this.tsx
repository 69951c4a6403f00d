import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Section } from '../../components/section.tsx'
import { recallQuery } from './memory.queries.ts'
import { useProbeStore } from './probe.store.ts'

type Props = { personaId: string; entryId: string; asOf: string | undefined }

/** Why the memory that is looked at comes to mind for the question held, or why it does not. */
export function WhyThis({ personaId, entryId, asOf }: Props) {
  const { question, pressure } = useProbeStore()
  const asked = question.trim()
  const { data } = useQuery({
    ...recallQuery(personaId, { question: asked, pressure, asOf, explain: entryId }),
    placeholderData: keepPreviousData,
  })
  if (asked === '' || !data?.explained) return null
  const { outcome, reason } = data.explained
  return (
    <Section title={`For “${asked}”`}>
      <p>
        {outcome === 'recalled' ? 'Comes to mind' : 'Does not come to mind'}: {reason}
      </p>
    </Section>
  )
}
