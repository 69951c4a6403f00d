import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../lib/format.ts'
import { studiesQuery } from '../studies/studies.queries.ts'
import { workspaceQuery } from '../workspace/workspace.queries.ts'
import classes from './run-badge.module.css'

/** Visible only while something runs; leads to it. */
export function RunBadge() {
  const { data: workspace } = useQuery(workspaceQuery())
  const active = workspace?.counts.runsActive ?? 0
  const { data: studies } = useQuery({ ...studiesQuery(), enabled: active > 0 })
  if (active === 0) return null
  const run = studies?.find(({ lastRun }) => lastRun?.status === 'running')?.lastRun
  const text = formatCount(active, 'run active', 'runs active')
  return run ? (
    <Link to="/runs/$runId" params={{ runId: run.id }} className={classes.badge}>
      <span aria-hidden>▶</span> {text}
    </Link>
  ) : (
    <Link to="/studies" className={classes.badge}>
      <span aria-hidden>▶</span> {text}
    </Link>
  )
}
