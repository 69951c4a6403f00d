import type { QuestionEvidence } from '../../../shared/contract/evidence.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { TotalError } from '../../../shared/contract/total-error.ts'
import type { ReadDb } from '../db/schema.ts'
import { FEWEST_ITEMS, modelErrors, totalErrorIntervals } from '../domain/validation/model-error.ts'
import { seed31 } from '../domain/random.ts'
import { listBasis, type BasisItem, type BasisValidation } from './validations.repo.ts'

/** What estimates a total error is wanted for; validations of nothing else count. */
export type TotalErrorBasis = {
  readonly tenantId: TenantId
  readonly populationVersionId: string
  readonly skillVersionId: string
  readonly modelName: string
  /** Builds the prompts: another version asks otherwise. */
  readonly engineVersion: string
}

/**
 * What a run's estimates miss people by, as far as stored validations of this population, model and
 * version of skill and prompts can tell; else null, with the reason in `note`.
 */
export async function totalErrorFor(
  db: ReadDb,
  basis: TotalErrorBasis,
  questions: readonly QuestionEvidence[],
): Promise<{ totalError: TotalError | null; note: string }> {
  const validations = await listBasis(db, basis)
  const items = distinctItems(validations)
  if (items.length < FEWEST_ITEMS)
    return {
      totalError: null,
      note: `The error against people is not known: it takes ${FEWEST_ITEMS} items validated on this population, model and version of the skill; there are ${items.length}.`,
    }
  const errors = modelErrors(items, seed31('total error', basis.skillVersionId))
  const used = validations.filter((one) => one.items.some((item) => items.includes(item)))
  const samePopulationVersion = used.every(
    (one) => one.populationVersionId === basis.populationVersionId,
  )
  return {
    totalError: {
      errors,
      intervals: totalErrorIntervals(questions, errors),
      validationIds: used.map(({ id }) => id),
      samePopulationVersion,
    },
    note: `Total error, sampling and model together, from ${items.length} validated items${samePopulationVersion ? '' : ', some on another version of this population'}. It holds for questions like those.`,
  }
}

/** Each question beside each item once, as it was validated last. */
function distinctItems(newestFirst: readonly BasisValidation[]): BasisItem[] {
  const seen = new Set<string>()
  return newestFirst.flatMap(({ surveyId, items }) =>
    items.filter(({ id, itemId }) => {
      const key = JSON.stringify([id, surveyId, itemId])
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    }),
  )
}
