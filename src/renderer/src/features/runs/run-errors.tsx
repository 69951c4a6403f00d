import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Run, RunProgress, Task } from '../../../../shared/contract/runs.ts'
import { formatNumber } from '../../lib/format.ts'
import { useRunAction } from './run-actions.tsx'
import classes from './run-page.module.css'
import { tasksQuery } from './runs.queries.ts'
import { isLive } from './use-run-progress.ts'

type Group = RunProgress['errors'][number]
type Props = { run: Run; errors: readonly Group[] }

/** Failures by cause, with the one thing to do about them. */
export function RunErrors({ run, errors }: Props) {
  const acting = useRunAction(run.id)
  const failed = useInfiniteQuery({
    ...tasksQuery(run.id, { status: 'failed' }),
    enabled: !isLive(run.status) && run.tasks.failed > 0,
  })
  const groups =
    errors.length > 0 ? errors : groupErrors(failed.data?.pages.flatMap((page) => page.tasks) ?? [])
  if (groups.length === 0) return null
  return (
    <section aria-label="Errors" className={classes.errors}>
      <h2>What failed</h2>
      {groups.map(({ code, message, count }) => (
        <div key={code + message} className={`${classes.error} card`}>
          <strong className="number">{formatNumber(count)} ×</strong>
          <span>
            {message} <span className="mono quiet">{code}</span>
          </span>
          {!isLive(run.status) && (
            <Button size="xs" variant="default" onClick={() => acting.mutate('retry-failed')}>
              Retry
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}

/** From the failed tasks read so far, once no events tell. */
function groupErrors(tasks: readonly Task[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { error } of tasks) {
    if (!error) continue
    const key = error.code + error.message
    const group = groups.get(key) ?? { ...error, count: 0, retrying: 0, action: 'retry' as const }
    groups.set(key, { ...group, count: group.count + 1 })
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count)
}
