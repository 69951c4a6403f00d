import type { TaskCounts } from '../../../../shared/contract/runs.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './run-page.module.css'

const parts = [
  { key: 'succeeded', label: 'done' },
  { key: 'running', label: 'running' },
  { key: 'failed', label: 'failed' },
  { key: 'cancelled', label: 'cancelled' },
  { key: 'queued', label: 'waiting' },
] as const

export function TaskBar({ tasks }: { tasks: TaskCounts }) {
  const shown = parts.filter(({ key }) => tasks[key] > 0)
  const text = shown.map(({ key, label }) => `${tasks[key]} ${label}`).join(', ')
  const ended = tasks.succeeded + tasks.failed + tasks.cancelled
  return (
    <>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label="Tasks"
        aria-valuemin={0}
        aria-valuemax={tasks.total}
        aria-valuenow={ended}
        aria-valuetext={text || 'no tasks'}
      >
        {shown.map(({ key }) => (
          <span
            key={key}
            data-part={key}
            style={{ flexGrow: tasks[key], minWidth: key === 'queued' ? 0 : 3 }}
          />
        ))}
      </div>
      <p className={`${classes.key} quiet`}>
        {shown.map(({ key, label }) => (
          <span key={key}>
            <i data-part={key} />
            {formatNumber(tasks[key])} {label}
          </span>
        ))}
      </p>
    </>
  )
}
