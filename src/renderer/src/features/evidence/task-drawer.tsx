import { Button, Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Task } from '../../../../shared/contract/runs.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { formatCount } from '../../lib/format.ts'
import { SkeletonRows } from '../../components/loading.tsx'
import { tasksQuery, type TaskFilter } from '../runs/runs.queries.ts'
import { TaskDetail } from './task-detail.tsx'
import classes from './task-drawer.module.css'
import { useConditionNames } from './use-condition-names.ts'

type Props = {
  runId: string
  title: string
  /** The mark whose answers are shown; null: only `taskId`. */
  filter: TaskFilter | null
  taskId: string | undefined
  onTask: (taskId: string | undefined) => void
  onClose: () => void
}

/** The answers behind a mark; each opens to what was asked, said and recalled. */
export function TaskDrawer({ runId, title, filter, taskId, onTask, onClose }: Props) {
  return (
    <Drawer
      opened={filter !== null || taskId !== undefined}
      onClose={onClose}
      position="right"
      size={560}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {taskId !== undefined ? (
        <TaskDetail
          runId={runId}
          taskId={taskId}
          questionId={filter?.questionId}
          onBack={filter ? () => onTask(undefined) : undefined}
        />
      ) : (
        filter && <TaskList runId={runId} filter={filter} onTask={onTask} />
      )}
    </Drawer>
  )
}

type ListProps = { runId: string; filter: TaskFilter; onTask: (taskId: string) => void }

function TaskList({ runId, filter, onTask }: ListProps) {
  const pages = useInfiniteQuery(tasksQuery(runId, filter))
  const conditionName = useConditionNames(runId)
  const tasks = pages.data?.pages.flatMap((page) => page.tasks)
  if (pages.error) return <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
  if (!tasks) return <SkeletonRows rows={10} height={40} />
  if (tasks.length === 0) return <p className="quiet">No answers are behind this mark.</p>
  const total = pages.data?.pages[0]?.total
  return (
    <>
      {total !== undefined && (
        <p className={`${classes.total} quiet small`}>
          {formatCount(total, 'answer')}, unweighted. Open one for its prompt, memories and seed.
        </p>
      )}
      <ol className={classes.tasks}>
        {tasks.map((task) => (
          <li key={task.id}>
            <button type="button" className={classes.task} onClick={() => onTask(task.id)}>
              <span className={classes.who}>
                <strong>{task.personaName}</strong>
                <span className="quiet small">
                  {describeTask(task, conditionName(task.condition))}
                </span>
              </span>
              {task.answer && (
                <span className={classes.words} data-status={task.answer.status}>
                  {task.answer.words}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt={12}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  )
}

function describeTask({ replicate, weight, status }: Task, condition: string | null): string {
  return [
    condition,
    replicate > 1 && `replicate ${replicate}`,
    `weight ${weight.toFixed(2)}`,
    status !== 'succeeded' && status,
  ]
    .filter(Boolean)
    .join(' · ')
}
