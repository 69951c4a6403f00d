import type { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import { splitVariable } from '../../../../shared/contract/task-conditions.ts'
import { computeCrosstab } from '../../domain/evidence/crosstab/crosstab.ts'
import { planCrosstab } from '../../domain/evidence/crosstab/plan-crosstab.ts'
import { invalidInput } from '../../http/invalid-input.ts'
import type { RunOfTenant } from '../contradictions.ts'
import { toEvidenceInput, type RunRecord } from '../gather.ts'
import type { RunKind } from '../run-kind.ts'

type Request = RunOfTenant & { readonly query: CrosstabQuery }

/**
 * A table of a run's answers, or of the themes of open ones.
 *
 * @throws EngineError `invalid_input` for one that cannot be made
 */
export const crosstabOf: RunKind<Request, Crosstab> = async ({ query, ...run }, reader) => {
  const plain = await reader.read(run)
  const { record, open } = asksForThemes(plain, query)
    ? await reader.readOpen(run)
    : { record: plain, open: { themes: {} } }
  const { themes } = open
  const asked = namesIn(query, 'question')
  // Only the answers that the table is about are turned into rows.
  const answers = new Map([...record.answers].filter(([id]) => asked.includes(id)))
  const rows = toEvidenceInput({ ...record, answers }, null, namesIn(query, 'field'))
  const input = { ...rows, themes }
  const plan = planCrosstab(input, query)
  if ('message' in plan) throw invalidInput([{ path: [plan.path], message: plan.message }], 'query')
  return computeCrosstab(input, plan)
}

function namesIn({ rows, columns, nested = '' }: CrosstabQuery, kind: string): string[] {
  const named = [rows, columns, nested].map(splitVariable)
  return named.filter((one) => one.kind === kind).map(({ name }) => name)
}

/** Whether a table sets the themes of an open question against something. */
function asksForThemes({ manifest }: RunRecord, query: CrosstabQuery): boolean {
  const asked = namesIn(query, 'question')
  return manifest.skill.body.questions.some(({ id, type }) => type === 'open' && asked.includes(id))
}
