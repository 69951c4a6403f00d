import { measuresOf } from '../domain/evidence/measures.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { getManifestHead } from './manifest.ts'
import { listAnswerValues } from './tasks.repo.ts'

type Request = RunOfTenant & { readonly questionId: string; readonly measure: string }

/**
 * Tasks whose answer a measure makes a number of: a row that was filled, an option that was shown.
 *
 * @throws EngineError `invalid_input` for what is no measure of the question
 */
export const measuredTasksOf: RunKind<Request, string[]> = async (
  { tenantId, runId, questionId, measure },
  { db },
) => {
  const { skill } = await getManifestHead(db, tenantId, runId)
  const question = skill.body.questions.find(({ id }) => id === questionId)
  const found = question && measuresOf(question).find(({ name }) => name === measure)
  if (!found)
    throw invalidInput([{ path: ['measure'], message: 'is no measure of this question' }], 'query')
  const answers = await listAnswerValues(db, runId, questionId)
  return answers.flatMap(({ taskId, value }) =>
    Number.isNaN(found.valueOf(value)) ? [] : [taskId],
  )
}
