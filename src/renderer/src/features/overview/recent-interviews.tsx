import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatCount } from '../../lib/format.ts'
import { recentSessionsQuery } from '../interview/interview.queries.ts'
import classes from './overview-page.module.css'

export function RecentInterviews() {
  const query = useQuery(recentSessionsQuery())
  return (
    <section aria-label="Recent interviews">
      <h2>Interviews</h2>
      <QueryView query={query}>
        {(sessions) =>
          sessions.length === 0 ? (
            <p className="quiet">No interview yet. Open a persona and ask something.</p>
          ) : (
            <ul className={classes.list}>
              {sessions.slice(0, 8).map(({ id, personaId, title, turnCount, updatedAt }) => (
                <li key={id} className={classes.row}>
                  <div className="truncate">
                    <Link
                      to="/personas/$personaId/interview"
                      params={{ personaId }}
                      search={{ session: id }}
                      className={classes.name}
                      title={title}
                    >
                      {title}
                    </Link>
                    <div className="quiet small">
                      {formatCount(turnCount, 'question')} · <RelativeTime iso={updatedAt} />
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}
