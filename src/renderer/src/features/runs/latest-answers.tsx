import { Link } from '@tanstack/react-router'
import type { RunProgress } from '../../../../shared/contract/runs.ts'
import classes from './run-page.module.css'

type Props = { runId: string; latest: RunProgress['latest']; isLive: boolean }

export function LatestAnswers({ runId, latest, isLive }: Props) {
  if (latest.length === 0) return null
  return (
    <section aria-label="Latest answers">
      <h2>{isLive ? 'Answers as they come' : 'Last answers'}</h2>
      <ol className={classes.answers}>
        {latest.map(({ taskId, personaName, questionId, text, words }) => (
          <li key={taskId + questionId} className={classes.answer}>
            <Link
              to="/runs/$runId/evidence"
              params={{ runId }}
              search={{ task: taskId }}
              className="truncate"
            >
              {personaName}
            </Link>
            <span className="mono quiet truncate">{questionId}</span>
            <span className="truncate" title={text}>
              {words}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
