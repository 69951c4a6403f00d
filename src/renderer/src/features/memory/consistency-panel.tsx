import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type {
  ConsistencyIssue,
  ConsistencyReport,
} from '../../../../shared/contract/consistency.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { formatCount } from '../../lib/format.ts'
import { useCheck } from './consistency.commands.ts'
import classes from './consistency-panel.module.css'
import { IssueCard } from './issue-card.tsx'
import { consistencyQuery } from './memory.queries.ts'

type Props = {
  personaId: string
  /** Length of the timeline now: entries written since the check are not in its report. */
  timelineLength: number
  onSelect: (entryId: string) => void
  onEdit: (issue: ConsistencyIssue) => void
}

/** Whether this life holds together: the score, what does not fit, and what was set aside. */
export function ConsistencyPanel(props: Props) {
  const query = useQuery(consistencyQuery(props.personaId))
  const checking = useCheck(props.personaId)
  return (
    <div className={classes.panel}>
      <QueryView query={query}>
        {(report) => (
          <>
            {report === null ? (
              <p className="quiet">
                A check compares every memory with the others, with the profile and with the
                calendar. It changes nothing by itself.
              </p>
            ) : (
              <Summary report={report} timelineLength={props.timelineLength} />
            )}
            <div>
              <Button
                size="xs"
                variant={report === null ? 'filled' : 'default'}
                loading={checking.isPending}
                onClick={() => checking.mutate()}
              >
                {report === null ? 'Check this timeline' : 'Check again'}
              </Button>
            </div>
            {checking.error && <ErrorPanel error={checking.error} />}
            {report && <Issues {...props} report={report} />}
          </>
        )}
      </QueryView>
    </div>
  )
}

function Summary({
  report,
  timelineLength,
}: Pick<Props, 'timelineLength'> & { report: ConsistencyReport }) {
  const open = report.issues.filter(({ dismissedAt }) => dismissedAt === null).length
  const since = timelineLength - report.checkedSequence
  return (
    <div className={classes.summary}>
      <p className={classes.score}>
        <strong>{report.score}</strong> <span className="quiet">of 100</span>
      </p>
      <p className="quiet small">
        {open === 0 ? 'Nothing that does not fit' : formatCount(open, 'open issue')} · checked{' '}
        <RelativeTime iso={report.checkedAt} />
        {since > 0 && ` · ${formatCount(since, 'memory', 'memories')} written since`}
      </p>
    </div>
  )
}

function Issues({ report, ...props }: Props & { report: ConsistencyReport }) {
  const open = report.issues.filter(({ dismissedAt }) => dismissedAt === null)
  const dismissed = report.issues.filter(({ dismissedAt }) => dismissedAt !== null)
  const card = (issue: ConsistencyIssue) => (
    <li key={issue.id}>
      <IssueCard {...props} issue={issue} />
    </li>
  )
  return (
    <>
      <ul className={classes.list} aria-label="Open issues">
        {open.map(card)}
      </ul>
      {dismissed.length > 0 && (
        <details>
          <summary className="quiet">{formatCount(dismissed.length, 'dismissed issue')}</summary>
          <ul className={classes.list}>{dismissed.map(card)}</ul>
        </details>
      )}
    </>
  )
}
