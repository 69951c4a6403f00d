import type {
  Crosstab,
  CrosstabQuery,
  CrosstabVariables,
} from '../../../../shared/contract/crosstab.ts'
import type { RunId, TenantId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import { answerCount, type Question } from '../../../../shared/contract/questions.ts'
import { measuresOf } from '../../domain/evidence/measures.ts'
import { readable } from '../../domain/questions/readable.ts'
import { invalidInput } from '../../http/router.ts'
import { getRun } from '../../studies/get-run.ts'
import { getManifestHead } from '../../studies/manifest.ts'
import type { Analyst } from '../analyst.ts'
import { listRunCohorts } from '../evidence.repo.ts'

export type CrosstabDeps = { readonly db: ReadDb; readonly analyst: Pick<Analyst, 'crosstab'> }

/**
 * One table of a run's answers, of an unfinished one's as far as they are.
 *
 * @throws EngineError `not_found`, or `invalid_input` for a table that cannot be made
 */
export async function getCrosstab(
  { db, analyst }: CrosstabDeps,
  tenantId: TenantId,
  runId: RunId,
  query: CrosstabQuery,
): Promise<Crosstab> {
  await getRun(db, tenantId, runId)
  const outcome = await analyst.crosstab({ tenantId, runId, query })
  if ('crosstab' in outcome) return outcome.crosstab
  const { path, message } = outcome.problem
  throw invalidInput([{ path: [path], message }], 'query')
}

/** What a run's tables can be made of, besides fields of the persona. @throws EngineError `not_found` */
export async function getCrosstabVariables(
  { db }: CrosstabDeps,
  tenantId: TenantId,
  runId: RunId,
): Promise<CrosstabVariables> {
  await getRun(db, tenantId, runId)
  const [{ skill, study }, cohorts] = await Promise.all([
    getManifestHead(db, tenantId, runId),
    listRunCohorts(db, runId),
  ])
  const questions = skill.body.questions.map((question) => ({
    variable: `question:${question.id}`,
    label: readable(question.text),
    questionId: question.id,
    categories: categoriesOf(question),
    hasRows: question.type === 'open' || measuresOf(question).length > 0,
  }))
  const group = (variable: string, label: string, categories: number) => ({
    variable,
    label,
    questionId: null,
    categories,
    hasRows: categories > 1,
  })
  return {
    variables: [
      group('cohort', 'Cohort', cohorts.length),
      group('condition', 'Condition', study.design.conditions.length),
      ...questions,
    ],
  }
}

/** Null: themes, which are found when they are asked for. */
function categoriesOf(question: Question): number | null {
  if (question.type === 'open') return null
  return question.type === 'multi' ? question.options.length : (answerCount(question) ?? 0)
}
