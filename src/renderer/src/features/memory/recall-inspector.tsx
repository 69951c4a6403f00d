import { Slider, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CutMemory, RecallBudget } from '../../../../shared/contract/recall.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { RecallList } from '../../components/recall-list.tsx'
import { formatCount, formatDay, formatNumber } from '../../lib/format.ts'
import { recallQuery } from './memory.queries.ts'
import { useProbeStore } from './probe.store.ts'
import classes from './recall-inspector.module.css'

type Props = {
  personaId: string
  /** A day; nothing later exists for the question. Undefined: now. */
  asOf: string | undefined
  onSelect: (entryId: string) => void
}

/** What would be recalled for a question, why, and what was left out; nothing is asked. */
export function RecallInspector({ personaId, asOf, onSelect }: Props) {
  const { question, setQuestion, pressure, setPressure } = useProbeStore()
  const [settled] = useDebouncedValue(question.trim(), 250)
  const { data, error } = useQuery({
    ...recallQuery(personaId, { question: settled, pressure, asOf }),
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
      <div className={classes.pressure}>
        <span className="small">Pressure</span>
        <Slider
          thumbLabel="Pressure"
          size="sm"
          min={0}
          max={100}
          step={5}
          label={null}
          value={pressure}
          onChange={setPressure}
        />
        <span className="quiet small number">{(pressure / 100).toFixed(2)}</span>
      </div>
      {error && <ErrorPanel error={error} />}
      {settled === '' && (
        <p className="quiet">Or choose a memory on the timeline to read it here.</p>
      )}
      {settled !== '' && data && (
        <>
          {data.recalled.length === 0 ? (
            <p>Nothing comes to mind for that.</p>
          ) : (
            <Room budget={data.budget} />
          )}
          <RecallList recalled={data.recalled} onSelect={onSelect} />
          <LeftOut cut={data.cut} onSelect={onSelect} />
        </>
      )}
    </>
  )
}

/** How much of the prompt's room the recalled texts take. */
function Room({ budget: { limit, used, cut } }: { budget: RecallBudget }) {
  const text = `About ${formatNumber(used)} of ${formatNumber(limit)} tokens`
  return (
    <div className={classes.room}>
      <div className={classes.track} role="img" aria-label={text}>
        <span style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
      </div>
      <p className="quiet small">
        {text}
        {cut > 0 && `; ${formatCount(cut, 'memory', 'memories')} did not fit`}
      </p>
    </div>
  )
}

function LeftOut({ cut, onSelect }: { cut: readonly CutMemory[]; onSelect: Props['onSelect'] }) {
  if (cut.length === 0) return null
  return (
    <details className={classes.cut}>
      <summary className="quiet">Why not these {formatNumber(cut.length)}?</summary>
      <ul>
        {cut.map(({ entryId, eventLabel, score, reason }) => (
          <li key={entryId}>
            <button type="button" onClick={() => onSelect(entryId)}>
              {eventLabel}
            </button>
            <span className="quiet small">
              {score.toFixed(2)} · {reason}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
