import { useEffect, useRef } from 'react'
import type { Turn } from '../../../../shared/contract/prompts.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { formatNumber } from '../../lib/format.ts'
import classes from './transcript.module.css'
import type { Asking } from './use-interview.ts'

type Props = {
  name: string
  turns: readonly Turn[]
  isLoading: boolean
  asking: Asking | null
  shownTurnId: string | null
  onShow: (turnId: string) => void
}

export function Transcript({ name, turns, isLoading, asking, shownTurnId, onShow }: Props) {
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

type TurnProps = { turn: Turn; isShown: boolean; onShow: () => void }

function TurnView({ turn, isShown, onShow }: TurnProps) {
  return (
    <article className={classes.turn}>
      <p className={classes.question}>{turn.prompt}</p>
      <p className={classes.answer}>{turn.response}</p>
      <p className={classes.foot}>
        <button type="button" aria-expanded={isShown} onClick={onShow}>
          recalled {turn.recalled.length}
        </button>
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
