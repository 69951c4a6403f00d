import type { DomainEstimates } from '../../../../shared/contract/evidence.ts'
import { formatNumber } from '../../lib/format.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'
import classes from './question-evidence.module.css'

type Props = { estimates: DomainEstimates; open: (filter: TaskFilter) => void }

/** Answers no estimate rests on; each count opens them. */
export function MissingAnswers({ estimates, open }: Props) {
  const kinds = [
    { value: '__dont_know', label: 'don’t know', count: estimates.dontKnow },
    { value: '__refused', label: 'refused', count: estimates.refused },
    { value: '__invalid', label: 'not understood', count: estimates.invalid },
  ].filter(({ count }) => count > 0)
  if (kinds.length === 0) return null
  return (
    <p className={classes.missing}>
      Not counted:
      {kinds.map(({ value, label, count }) => (
        <button key={value} type="button" onClick={() => open({ value })}>
          {formatNumber(count)} {label}
        </button>
      ))}
    </p>
  )
}
