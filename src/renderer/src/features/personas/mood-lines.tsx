import type { Mood } from '../../../../shared/contract/personas.ts'
import classes from './trait-line.module.css'

const parts: readonly (keyof Mood)[] = ['valence', 'arousal', 'dominance']
const toPercent = (value: number) => (value + 1) * 50

/** Filled: now. Hollow: where the mood returns to. */
export function MoodLines({ mood, baseline }: { mood: Mood; baseline: Mood }) {
  return (
    <ul>
      {parts.map((part) => (
        <li key={part} className={classes.line}>
          <span className={classes.name}>{part}</span>
          <span
            className={classes.track}
            role="img"
            aria-label={`${part}: ${mood[part].toFixed(2)} now, ${baseline[part].toFixed(2)} at baseline`}
          >
            <span className={classes.middle} />
            <span className={classes.hollow} style={{ left: `${toPercent(baseline[part])}%` }} />
            <span className={classes.dot} style={{ left: `${toPercent(mood[part])}%` }} />
          </span>
          <span />
        </li>
      ))}
    </ul>
  )
}
