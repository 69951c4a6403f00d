import type { TaskScores } from '../../../../shared/contract/runs.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './score-list.module.css'

/** What an answer scored: whether it can be used, and by each rule of the skill. */
export function ScoreList({ scores }: { scores: TaskScores['scores'] }) {
  return (
    <dl className={classes.scores} aria-label="Scores">
      {scores.map(({ evaluation, ruleId, name, score, explanation }) => (
        <div key={`${evaluation} ${ruleId}`}>
          <dt>{name}</dt>
          <dd>
            {ruleId !== null && score !== null && (
              <span className="number">
                {formatNumber(score, Number.isInteger(score) ? 0 : 2)}{' '}
              </span>
            )}
            <span className="quiet">{explanation}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
