import type {
  CompareSurveysRequest,
  ValidateRunRequest,
  ValidationReport,
} from '../../../shared/contract/validation.ts'
import { hasTooFew } from '../domain/evidence/estimates.ts'
import { memorised } from '../domain/validation/memorised.ts'
import { answered } from '../domain/validation/persona-sample.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { runWorker } from '../workers/run-worker.ts'
import type { ValidationResult, ValidationWork } from './compute.ts'
import { prepare, refuseTwice, type Prepared } from './prepare.ts'
import { readPeople } from './read-people.ts'
import { conditionRows, designOf } from './run-answers.ts'
import { peopleNote, toReport } from './to-report.ts'

export type RunValidation = {
  readonly report: ValidationReport
  readonly survey: Prepared['survey']
}

type Asked = RunOfTenant & { readonly request: Omit<ValidateRunRequest, 'tenantId'> }

/**
 * A run's answers beside those of people, item by item.
 *
 * @throws EngineError `not_found`; `conflict` for a run that is not finished; `invalid_input` for an
 *   item that the run did not ask, that has no categories, or whose answers are none of them
 */
export const validationOf: RunKind<Asked, RunValidation> = async (
  { request, ...which },
  { db, read, signal },
) => {
  const record = await read(which)
  if (record.run.status !== 'succeeded')
    throw new EngineError(
      'conflict',
      `Run ${record.run.number} is ${record.run.status}: only a run with all its answers is validated`,
    )
  const prepared = await prepare(db, { tenantId: which.tenantId, record }, request)
  const within = conditionRows(record, request.condition)
  const design = designOf(record)
  for (const [index, { questionId, personas }] of prepared.items.entries())
    if (hasTooFew(design, answered(personas, within)))
      throw invalidInput([
        {
          path: [request.items ? 'items' : 'matches', index],
          message: `"${questionId}" has answers of too few personas in this run`,
        },
      ])
  const { items, segments, rows, survey } = prepared
  const { margins, randomSeed } = request
  const work = { run: { design, within, rows, items, segments } }
  const result = await compute({ ...work, margins, randomSeed }, signal)
  const { run, manifest } = record
  const { rehearsal } = manifest.model
  const report = toReport(result, {
    margins,
    run: { id: run.id, modelName: run.modelName, rehearsal },
    items: new Map(items.map((item) => [item.questionId, item])),
    memorised: memorised({
      rehearsal,
      publishedAt: survey?.publishedAt ?? null,
      modelCutOff: request.modelCutOff ?? null,
    }),
    peopleNote: survey && peopleNote(survey),
  })
  return { report, survey }
}

/**
 * Two distributions, of people and of personas, without a run.
 *
 * @throws EngineError `invalid_input`
 */
export async function compareSurveys(
  request: Omit<CompareSurveysRequest, 'tenantId'>,
  signal?: AbortSignal,
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
  const { margins, randomSeed } = request
  return toReport(await compute({ items, margins, randomSeed }, signal), {
    margins,
    run: null,
    items: new Map(),
    memorised: memorised({ rehearsal: false, publishedAt: null, modelCutOff: null }),
    peopleNote: null,
  })
}

function compute(work: ValidationWork, signal?: AbortSignal): Promise<ValidationResult> {
  return runWorker<ValidationWork, ValidationResult>(import.meta.url, 'validation', work, {
    signal,
  })
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
