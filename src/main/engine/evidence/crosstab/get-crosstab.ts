import type { Crosstab, CrosstabQuery } from '../../../../shared/contract/crosstab.ts'
import type { RunId, TenantId } from '../../../../shared/contract/ids.ts'
import { splitVariable } from '../../../../shared/contract/task-conditions.ts'
import type { ReadDb } from '../../db/schema.ts'
import { invalidInput } from '../../http/router.ts'
import { runWorker } from '../../workers/run-worker.ts'
import { gatherRun, toEvidenceInput } from '../gather.ts'
import type { CrosstabOutcome, CrosstabWork } from './crosstab.worker.ts'

/**
 * One table of a run's answers, of an unfinished one's as far as they are; computed in a worker.
 *
 * @throws EngineError `not_found`, or `invalid_input` for a table that cannot be made
 */
export async function getCrosstab(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  query: CrosstabQuery,
): Promise<Crosstab> {
  const record = await gatherRun(db, tenantId, runId)
  const named = [query.rows, query.columns, query.nested ?? ''].map(splitVariable)
  const namesOf = (kind: string) => named.filter((one) => one.kind === kind).map(({ name }) => name)
  const input = toEvidenceInput(record, null, namesOf('field'))
  // Only what the table is about crosses to the worker.
  const asked = namesOf('question')
  const answers = Object.fromEntries(asked.map((id) => [id, input.answers[id] ?? []]))
  const work = { input: { ...input, answers }, query }
  const outcome = await runWorker<CrosstabWork, CrosstabOutcome>(import.meta.url, 'crosstab', work)
  if ('crosstab' in outcome) return outcome.crosstab
  const { path, message } = outcome.problem
  throw invalidInput([{ path: [path], message }], 'query')
}
