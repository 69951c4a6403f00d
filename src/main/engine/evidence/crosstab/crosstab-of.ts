import type { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import { splitVariable } from '../../../../shared/contract/task-conditions.ts'
import { computeCrosstab } from '../../domain/evidence/crosstab/crosstab.ts'
import { planCrosstab } from '../../domain/evidence/crosstab/plan-crosstab.ts'
import { invalidInput } from '../../http/invalid-input.ts'
import type { RunOfTenant } from '../contradictions.ts'
import { toEvidenceInput, type RunRecord } from '../gather.ts'
import type { RunKind } from '../run-kind.ts'

type Request = RunOfTenant & { readonly query: CrosstabQuery }

/** A table of a run's answers. @throws EngineError `invalid_input` for one that cannot be made */
export const crosstabOf: RunKind<Request, Crosstab> = async (
  { query, ...run },
  { read, themesOf },
) => {
  const record = await read(run)
  const asked = namesIn(query, 'question')
  const themes = hasOpenQuestion(record, asked) ? await themesOf(run) : {}
  // Only the answers that the table is about are turned into rows.
  const answers = new Map([...record.answers].filter(([id]) => asked.includes(id)))
  const rows = toEvidenceInput({ ...record, answers }, null, namesIn(query, 'field'))
  const input = { ...rows, themes }
  const plan = planCrosstab(input, query)
  if ('message' in plan) throw invalidInput([{ path: [plan.path], message: plan.message }], 'query')
  return computeCrosstab(input, plan)
}

/** Then a table sets its themes against something. */
function hasOpenQuestion({ manifest }: RunRecord, asked: readonly string[]): boolean {
  return manifest.skill.body.questions.some(({ id, type }) => type === 'open' && asked.includes(id))
}

function namesIn({ rows, columns, nested = '' }: CrosstabQuery, kind: string): string[] {
  const named = [rows, columns, nested].map(splitVariable)
  return named.filter((one) => one.kind === kind).map(({ name }) => name)
}
