import type { QuestionEvidence } from '../../../shared/contract/evidence.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type {
  CompareSurveysRequest,
  ValidateRunRequest,
  ValidationReport,
} from '../../../shared/contract/validation.ts'
import type { ValidationItem } from '../domain/validation/compare-item.ts'
import { getEvidence, type EvidenceDeps } from '../evidence/evidence.ts'
import { invalidInput } from '../http/router.ts'
import { runWorker } from '../workers/run-worker.ts'
import { readPeople } from './read-people.ts'
import { toReport } from './to-report.ts'
import type { ValidationResult, ValidationWork } from './validation.worker.ts'

/**
 * A run's answers beside those of people, item by item.
 *
 * @throws EngineError `not_found`; `invalid_input` for an item that the run did not ask, that has
 *   no categories, or whose answers are none of them
 */
export async function validateRun(
  deps: EvidenceDeps,
  which: { tenantId: TenantId; runId: RunId },
  request: Omit<ValidateRunRequest, 'tenantId'>,
): Promise<ValidationReport> {
  const given = request.items ?? []
  refuseTwice(given.map(({ questionId }) => questionId))
  const evidence = await getEvidence(deps, which.tenantId, which.runId)
  const questions = new Map(evidence.questions.map((question) => [question.questionId, question]))
  const items = given.map(({ questionId, ...people }, index): ValidationItem => {
    const path = ['items', index]
    const question = questions.get(questionId)
    if (!question)
      throw invalidInput([
        {
          path: [...path, 'questionId'],
          message: `"${questionId}" is no question of this run: it asked ${[...questions.keys()].join(', ')}`,
        },
      ])
    const personas = personasOf(question, request.condition, path)
    return {
      id: questionId,
      labels: personas.labels,
      scores: scoresOf(question, personas.labels),
      people: readPeople(people, personas.values, { path, question: `"${questionId}"` }),
      personas: personas.sample,
    }
  })
  const { run, rehearsal } = evidence
  return judge(items, request, {
    run: { id: run.id, modelName: run.modelName, rehearsal },
    texts: new Map(evidence.questions.map(({ questionId, text }) => [questionId, text])),
  })
}

/**
 * Two distributions, of people and of personas, without a run.
 *
 * @throws EngineError `invalid_input`
 */
export async function compareSurveys(
  request: Omit<CompareSurveysRequest, 'tenantId'>,
): Promise<ValidationReport> {
  refuseTwice(request.items.map(({ id }) => id))
  const items = request.items.map(({ id, categories, ordered, ...answers }, index) => {
    const labels = categories.map(String)
    const read = (who: 'people' | 'personas') =>
      readPeople(answers[who], labels, { path: ['items', index, who], question: `"${id}"` })
    return {
      id,
      labels,
      scores: ordered ? orderedScores(categories, index) : null,
      people: read('people'),
      personas: read('personas'),
    }
  })
  return judge(items, request, { run: null, texts: new Map() })
}

async function judge(
  items: readonly ValidationItem[],
  { margins, randomSeed }: Pick<ValidateRunRequest, 'margins' | 'randomSeed'>,
  about: Omit<Parameters<typeof toReport>[1], 'margins'>,
): Promise<ValidationReport> {
  const result = await runWorker<ValidationWork, ValidationResult>(import.meta.url, 'validation', {
    items,
    margins,
    randomSeed,
  })
  return toReport(result, { ...about, margins })
}

/** Shares of a question's answers with their effective n, of all tasks or of one condition. */
function personasOf(
  question: QuestionEvidence,
  condition: string | undefined,
  path: (string | number)[],
) {
  const domain =
    condition === undefined
      ? question.overall
      : question.conditions.find(({ value }) => value === condition)
  if (!domain)
    throw invalidInput([
      { path: ['condition'], message: `"${condition}" is no condition of this run` },
    ])
  if (question.type === 'multi' || !domain.shares)
    throw invalidInput([
      {
        path: [...path, 'questionId'],
        message: `is of the type ${question.type}: only single, likert, yesno and nps have answers to compare category by category`,
      },
    ])
  const shares = domain.shares.map(({ share }) => share.estimate)
  if (shares.some((share) => share === null) || domain.effectiveN <= 0)
    throw invalidInput([{ path, message: 'has too few answers in this run' }])
  return {
    labels: domain.shares.map(({ label }) => label),
    values: domain.shares.map(({ value }) => value),
    sample: { shares: shares.map((share) => share!), n: domain.effectiveN },
  }
}

function scoresOf({ type, overall }: QuestionEvidence, labels: readonly string[]): number[] | null {
  if (type === 'likert') return labels.map((_, point) => point + 1)
  return type === 'nps' ? overall.shares!.map(({ value }) => Number(value)) : null
}

function orderedScores(categories: readonly (string | number)[], item: number): readonly number[] {
  if (!categories.every((category) => typeof category === 'number'))
    return categories.map((_, place) => place + 1)
  if (categories.some((score, k) => k > 0 && score <= categories[k - 1]!))
    throw invalidInput([
      { path: ['items', item, 'categories'], message: 'must ascend when they are numbers' },
    ])
  return categories
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice !== -1)
    throw invalidInput([{ path: ['items', twice], message: `"${ids[twice]}" is given twice` }])
}
