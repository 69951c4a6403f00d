import type { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import { splitVariable } from '../../../../shared/contract/task-conditions.ts'
import { computeCrosstab } from '../../domain/evidence/crosstab/crosstab.ts'
import { planCrosstab } from '../../domain/evidence/crosstab/plan-crosstab.ts'
import { invalidInput } from '../../http/invalid-input.ts'
import type { RunOfTenant } from '../contradictions.ts'
import { toEvidenceInput } from '../gather.ts'
import type { RunKind } from '../run-kind.ts'

type Request = RunOfTenant & { readonly query: CrosstabQuery }

/** A table of a run's answers. @throws EngineError `invalid_input` for one that cannot be made */
export const crosstabOf: RunKind<Request, Crosstab> = async ({ query, ...run }, { read }) => {
  const record = await read(run)
  const named = [query.rows, query.columns, query.nested ?? ''].map(splitVariable)
  const namesOf = (kind: string) => named.filter((one) => one.kind === kind).map(({ name }) => name)
  const asked = namesOf('question')
  // Only the answers that the table is about are turned into rows.
  const answers = new Map([...record.answers].filter(([id]) => asked.includes(id)))
  const rows = toEvidenceInput({ ...record, answers }, null, namesOf('field'))
  const input = { ...rows, themes: {} }
  const plan = planCrosstab(input, query)
  if ('message' in plan) throw invalidInput([{ path: [plan.path], message: plan.message }], 'query')
  return computeCrosstab(input, plan)
}
