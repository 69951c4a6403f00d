import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Study } from '../../../../shared/contract/studies.ts'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { RunStatusLabel } from '../../components/run-status.tsx'
import { studiesQuery } from '../studies/studies.queries.ts'
import classes from './overview-page.module.css'

/** What wants attention before what is merely recent. */
const attention = ['failed', 'budget_stopped', 'paused', 'running', 'queued']

export function RecentStudies() {
  const query = useQuery(studiesQuery())
  return (
    <section aria-label="Recent studies">
      <h2>Studies</h2>
      <QueryView query={query}>
        {(studies) =>
          studies.length === 0 ? (
            <p className="quiet">No study yet. Your personas are ready to be asked.</p>
          ) : (
            <ul className={classes.list}>
              {studies
                .toSorted((a, b) => rank(a) - rank(b))
                .slice(0, 8)
                .map((study) => (
                  <StudyRow key={study.id} study={study} />
                ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}

function rank({ lastRun }: Study): number {
  const place = attention.indexOf(lastRun?.status ?? '')
  return place === -1 ? attention.length : place
}

function StudyRow({ study }: { study: Study }) {
  const { lastRun } = study
  return (
    <li className={classes.row}>
      <div className="truncate">
        <Link
          to="/studies/$studyId"
          params={{ studyId: study.id }}
          className={classes.name}
          title={study.name}
        >
          {study.name}
        </Link>
        <div className="quiet small">
          changed <RelativeTime iso={study.updatedAt} />
        </div>
      </div>
      {lastRun && <RunStatusLabel status={lastRun.status} />}
      {lastRun &&
        (lastRun.status === 'succeeded' ? (
          <Link to="/runs/$runId/evidence" params={{ runId: lastRun.id }}>
            Evidence
          </Link>
        ) : (
          <Link to="/runs/$runId" params={{ runId: lastRun.id }}>
            Monitor
          </Link>
        ))}
    </li>
  )
}
