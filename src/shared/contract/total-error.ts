import { z } from 'zod'
import { questionTypes } from './questions.ts'

/** How far this model has been from people on this population, over items. */
export const ModelError = z.object({
  /** Types it was measured on and holds for; null: all types together. */
  type: z.enum(questionTypes).nullable(),
  /** `share` (0–1), or `mean` in parts of the scale's range. */
  measure: z.enum(['share', 'mean']),
  items: z.number().int(),
  /** Of the model alone: mean(d² − v_people − v_personas), at least 0. */
  variance: z.number(),
  /** Bootstrap over items, 95 %. */
  lower: z.number(),
  upper: z.number(),
})
export type ModelError = z.infer<typeof ModelError>

export const TotalErrorInterval = z.object({
  questionId: z.string(),
  /** `mean`, or the answer whose share it is. */
  measure: z.string(),
  estimate: z.number(),
  /** Sampling and model together, 95 %. */
  lower: z.number(),
  upper: z.number(),
})
export type TotalErrorInterval = z.infer<typeof TotalErrorInterval>

/** What an estimate misses people by, where stored validations can tell. */
export const TotalError = z
  .object({
    errors: z.array(ModelError),
    intervals: z.array(TotalErrorInterval),
    /** Validations it rests on, newest first. */
    validationIds: z.array(z.string()),
    /** Whether all of them bound this very version of the population. */
    samePopulationVersion: z.boolean(),
  })
  .meta({ id: 'TotalError' })
export type TotalError = z.infer<typeof TotalError>
