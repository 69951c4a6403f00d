import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ContradictionCheck } from '../domain/evidence/evidence-input.ts'

export type RunOfTenant = { readonly tenantId: TenantId; readonly runId: RunId }

/** What `ContradictionCheck` is made of, by task. */
export type Contradictions = {
  readonly checked: number
  readonly found: readonly {
    readonly taskId: string
    readonly questionId: string
    readonly explanation: string
  }[]
}

/** As the estimators take it: by row. Answers of tasks that are not among `tasks` are left out. */
export function byRow(
  { checked, found }: Contradictions,
  tasks: readonly { readonly taskId: string }[],
): ContradictionCheck {
  const rowOf = new Map(tasks.map(({ taskId }, row) => [taskId, row]))
  const inRows = found.flatMap(({ taskId, questionId, explanation }) => {
    const row = rowOf.get(taskId)
    return row === undefined ? [] : [{ row, questionId, explanation }]
  })
  return { checked, found: inRows.toSorted((a, b) => a.row - b.row) }
}
