import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../lib/format.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { RecallList } from '../../components/recall-list.tsx'
import { recallQuery } from '../timeline/timeline.queries.ts'

type Props = {
  personaId: string
  /** A day; nothing later exists for the question. Undefined: now. */
  asOf: string | undefined
  onSelect: (entryId: string) => void
}

/** What would be recalled for a question, without asking it. */
export function RecallProbe({ personaId, asOf, onSelect }: Props) {
  const [question, setQuestion] = useState('')
  const [settled] = useDebouncedValue(question.trim(), 250)
  const { data, error } = useQuery({
    ...recallQuery(personaId, settled, asOf),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <TextInput
        label={
          asOf ? `What would have come to mind on ${formatDay(asOf)}?` : 'What would come to mind?'
        }
        description="Type a question. It is not asked and leaves no trace."
        placeholder="What do you do for a living?"
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      {error && <ErrorPanel error={error} />}
      {settled === '' && (
        <p className="quiet">Or choose a memory on the timeline to read it here.</p>
      )}
      {settled !== '' && data && (
        <>
          {data.recalled.length === 0 && <p>Nothing comes to mind for that.</p>}
          <RecallList recalled={data.recalled} onSelect={onSelect} />
          {data.cut.length > 0 && (
            <details>
              <summary className="quiet">
                {data.cut.length} more were considered and left out
              </summary>
              <ul>
                {data.cut.map(({ entryId, eventLabel, reason }) => (
                  <li key={entryId} className="small">
                    {eventLabel} <span className="quiet">– {reason}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  )
}
