import type { CrosstabVariables } from '../../../../shared/contract/crosstab.ts'
import type { RunId, TenantId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import { answerCount, type Question } from '../../../../shared/contract/questions.ts'
import { measuresOf } from '../../domain/evidence/measures.ts'
import { readable } from '../../domain/questions/readable.ts'
import { getRun } from '../../studies/get-run.ts'
import { getManifestHead } from '../../studies/manifest.ts'
import { listRunCohorts } from '../evidence.repo.ts'

/** What a run's tables can be made of, besides fields of the persona. @throws EngineError `not_found` */
export async function getCrosstabVariables(
  { db }: { db: ReadDb },
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
