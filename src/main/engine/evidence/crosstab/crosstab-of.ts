import type { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import { splitVariable } from '../../../../shared/contract/task-conditions.ts'
import { computeCrosstab } from '../../domain/evidence/crosstab/crosstab.ts'
import { planCrosstab, type CrosstabProblem } from '../../domain/evidence/crosstab/plan-crosstab.ts'
import type { EvidenceInput } from '../../domain/evidence/evidence-input.ts'
import { toEvidenceInput, type RunRecord } from '../gather.ts'

export type CrosstabOutcome =
  { readonly crosstab: Crosstab } | { readonly problem: CrosstabProblem }

/** Whether a table sets the themes of an open question against something. */
export function asksForThemes({ manifest }: RunRecord, query: CrosstabQuery): boolean {
  const asked = namesIn(query, 'question')
  return manifest.skill.body.questions.some(({ id, type }) => type === 'open' && asked.includes(id))
}

/** A table of a record that is gathered already, or why there can be none. */
export function crosstabOf(
  record: RunRecord,
  query: CrosstabQuery,
  themes: EvidenceInput['themes'] = {},
): CrosstabOutcome {
  const asked = namesIn(query, 'question')
  // Only the answers that the table is about are turned into rows.
  const answers = new Map([...record.answers].filter(([id]) => asked.includes(id)))
  const rows = toEvidenceInput({ ...record, answers }, null, namesIn(query, 'field'))
  const input = { ...rows, themes }
  const plan = planCrosstab(input, query)
  return 'message' in plan ? { problem: plan } : { crosstab: computeCrosstab(input, plan) }
}

function namesIn({ rows, columns, nested = '' }: CrosstabQuery, kind: string): string[] {
  const named = [rows, columns, nested].map(splitVariable)
  return named.filter((one) => one.kind === kind).map(({ name }) => name)
}
