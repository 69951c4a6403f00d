import type { CohortGenerationBody } from '../../../../shared/contract/cohort-generation.ts'
import type { Margin } from '../../../../shared/contract/populations.ts'

/** A generation as it is filled in; everything but name and number may be left empty. */
export type GenerationDraft = {
  name: string
  count: number
  /** A band, "25–45", or one age. */
  age: string
  location: string
  baseOccupation: string
  margins: Margin[]
  randomSeed: number
}

export const emptyGeneration: GenerationDraft = {
  name: '',
  count: 100,
  age: '',
  location: '',
  baseOccupation: '',
  margins: [],
  randomSeed: 1,
}

/** What is sent. @param name  where none is given yet, for the preview */
export function toGeneration(draft: GenerationDraft, name = draft.name): CohortGenerationBody {
  const { age, location, baseOccupation, count, margins, randomSeed } = draft
  const where = Object.fromEntries(
    Object.entries({ age, location, baseOccupation })
      .map(([field, value]) => [field, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  )
  return {
    name: name.trim(),
    count,
    ...(Object.keys(where).length > 0 ? { where } : {}),
    margins,
    joint: [],
    randomSeed,
  }
}

/** Distributions replace those of the same fields and join the others. */
export function withDistributions(draft: GenerationDraft, margins: readonly Margin[]) {
  const key = ({ fields }: Margin) => fields.join(' × ')
  const replaced = new Set(margins.map(key))
  return {
    ...draft,
    margins: [...draft.margins.filter((margin) => !replaced.has(key(margin))), ...margins],
  }
}
