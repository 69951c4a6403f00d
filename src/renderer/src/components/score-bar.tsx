import type { ScoreParts } from '../../../shared/contract/recall.ts'
import classes from './score-bar.module.css'

const parts: readonly { key: keyof ScoreParts; label: string }[] = [
  { key: 'relevance', label: 'relevance' },
  { key: 'strength', label: 'strength' },
  { key: 'recency', label: 'recency' },
  { key: 'typeBonus', label: 'type' },
]

type Props = {
  parts: ScoreParts
  score: number
  /** Sum of parts that fills the width, so that bars under each other compare. */
  longest: number
}

/** A score as the parts it adds up to; what likeness to others took off is said in words. */
export function ScoreBar({ parts: values, score, longest }: Props) {
  const text = [
    ...parts.map(({ key, label }) => `${label} ${values[key].toFixed(2)}`),
    ...(values.redundancy < 0 ? [`likeness ${values.redundancy.toFixed(2)}`] : []),
  ].join(', ')
  return (
    <div title={text}>
      <div className={classes.row}>
        <div className={classes.bar} role="img" aria-label={`Score ${score.toFixed(2)}: ${text}`}>
          {parts.map(({ key }) => (
            <span
              key={key}
              data-part={key}
              style={{ width: `${(Math.max(0, values[key]) / longest) * 100}%` }}
            />
          ))}
        </div>
        <span className="number small">{score.toFixed(2)}</span>
      </div>
      <p className={`${classes.words} quiet small`} aria-hidden>
        {parts
          .filter(({ key }) => values[key] > 0.005)
          .map(({ key, label }) => (
            <span key={key}>
              <i data-part={key} /> {label} {values[key].toFixed(2)}
            </span>
          ))}
        {values.redundancy < -0.005 && <span>likeness −{(-values.redundancy).toFixed(2)}</span>}
      </p>
    </div>
  )
}
