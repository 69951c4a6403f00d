import { useEffect, useRef } from 'react'
import type { ConsolidationRecord } from '../../../../shared/contract/consolidation.ts'
import type { Turn } from '../../../../shared/contract/prompts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './transcript.module.css'
import { TurnIssues, TurnMemory } from './turn-memory.tsx'
import type { Asking } from './use-interview.ts'

type Props = {
  name: string
  turns: readonly Turn[]
  consolidations: ReadonlyMap<string, ConsolidationRecord> | undefined
  isLoading: boolean
  asking: Asking | null
  shownTurnId: string | null
  onShow: (turnId: string) => void
}

export function Transcript(props: Props) {
  const { name, turns, consolidations, isLoading, asking, shownTurnId, onShow } = props
  const end = useRef<HTMLDivElement>(null)
  const progress = `${turns.length} ${asking?.state} ${asking?.text.length}`
  useEffect(() => {
    if (progress) end.current?.scrollIntoView({ block: 'end' })
  }, [progress])
  const isEmpty = turns.length === 0 && asking === null && !isLoading
  return (
    <div className={classes.scroller} role="log" aria-label="Transcript" aria-live="off">
      <div className={classes.column}>
        {isLoading && <SkeletonRows rows={4} height={64} />}
        {isEmpty && (
          <p className={classes.hint}>
            Ask {name} something. Answers draw on the timeline; each one shows what was recalled and
            why. What matters and is sensitive comes out only with persistence.
          </p>
        )}
        {turns.map((turn) => (
          <TurnView
            key={turn.id}
            turn={turn}
            record={consolidations?.get(turn.id)}
            isShown={turn.id === shownTurnId}
            onShow={() => onShow(turn.id)}
          />
        ))}
        {asking && <AskingView asking={asking} />}
        <div ref={end} />
      </div>
    </div>
  )
}

type TurnProps = {
  turn: Turn
  record: ConsolidationRecord | undefined
  isShown: boolean
  onShow: () => void
}

function TurnView({ turn, record, isShown, onShow }: TurnProps) {
  return (
    <article className={classes.turn}>
      <p className={classes.question}>{turn.prompt}</p>
      <p className={classes.answer}>{turn.response}</p>
      <TurnIssues record={record} />
      <p className={classes.foot}>
        <button type="button" aria-expanded={isShown} onClick={onShow}>
          recalled {turn.recalled.length}
        </button>
        <TurnMemory personaId={turn.personaId} record={record} />
        <span>
          {turn.modelName} · {formatNumber(turn.latencyMs)} ms
        </span>
      </p>
    </article>
  )
}

function AskingView({ asking }: { asking: Asking }) {
  return (
    <article className={classes.turn} aria-busy={asking.state === 'answering'}>
      <p className={classes.question}>{asking.prompt}</p>
      {(asking.text || asking.state === 'answering') && (
        <p className={classes.answer}>
          {asking.text}
          {asking.state === 'answering' && <span className={classes.caret} aria-hidden />}
        </p>
      )}
      {asking.state === 'stopped' && (
        <p className="quiet small">Stopped. Neither question nor answer was kept.</p>
      )}
      {asking.state === 'failed' && <ErrorPanel error={asking.error} />}
    </article>
  )
}
