import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Run } from '../../../../shared/contract/runs.ts'
import { formatCount, formatShare } from '../../lib/format.ts'
import { studiesQuery } from '../studies/studies.queries.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import classes from './run-badge.module.css'
import { activeRunsQuery } from './runs.queries.ts'

/** More than these are counted, not shown. */
const SHOWN = 2

/** Visible only while something runs: each run with how far it is, leading to it. */
export function RunBadge() {
  const { data: workspace } = useQuery(workspaceQuery())
  const active = workspace?.counts.runsActive ?? 0
  const { data: runs = [] } = useQuery({ ...activeRunsQuery(), enabled: active > 0 })
  const { data: studies } = useQuery({ ...studiesQuery(), enabled: active > 0 })
  if (active === 0) return null
  if (runs.length === 0)
    return (
      <Link to="/studies" className={classes.badge}>
        <span aria-hidden>▶</span> {formatCount(active, 'run active', 'runs active')}
      </Link>
    )
  const nameOf = ({ studyId, number }: Run) =>
    `${studies?.find(({ id }) => id === studyId)?.name ?? 'A study'}, run ${number}`
  return (
    <span className={classes.badges} role="group" aria-label="Running now">
      {runs.slice(0, SHOWN).map((run) => (
        <Link
          key={run.id}
          to="/runs/$runId"
          params={{ runId: run.id }}
          className={classes.badge}
          title={nameOf(run)}
        >
          <span aria-hidden>▶</span>
          <span className={classes.name}>{nameOf(run)}</span>
          <span className="number">{formatShare(doneShare(run))}</span>
        </Link>
      ))}
      {runs.length > SHOWN && (
        <Link to="/studies" className={classes.badge}>
          +{runs.length - SHOWN}
        </Link>
      )}
    </span>
  )
}

function doneShare({ tasks }: Run): number {
  return (tasks.succeeded + tasks.failed + tasks.cancelled) / Math.max(1, tasks.total)
}
