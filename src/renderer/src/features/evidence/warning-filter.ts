import type { EvidenceWarning } from '../../../../shared/contract/evidence.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'

/** The tasks that show what a warning says; null where no answers do. */
export function warningFilter({ tasks }: EvidenceWarning): TaskFilter | null {
  if (!tasks || tasks.total === 0) return null
  const { filter, taskIds } = tasks
  return {
    ...(filter as TaskFilter),
    ...(taskIds.length > 0 && { taskIds: taskIds.join(',') }),
  }
}
