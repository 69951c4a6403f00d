import { z } from 'zod'
import { HumanSurveyId } from './human-surveys.ts'
import { PersonaId, RunId, TaskId, TenantId } from './ids.ts'
import { questionId } from './questions.ts'
import { ItemMatch } from './validation-matches.ts'

const value = z.union([z.string().max(2000), z.number()])

const Pair = z.strictObject({
  /** What the person answered, in terms of the question's answers. */
  human: value,
  weight: z.number().positive().max(1e6).default(1),
  /** The answer of the twin that was built from this person's covariates: its task, or itself. */
  twinTaskId: TaskId.optional(),
  twin: value.optional(),
})

/**
 * POST /runs/:id/mixed-estimates: answers of people, of their twins and of many more personas made
 * one estimate (PPI++). Either `items` with pairs, or a survey with who is whose twin.
 */
export const MixedEstimatesRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    items: z
      .array(z.strictObject({ questionId, pairs: z.array(Pair).max(100_000) }))
      .min(1)
      .max(100)
      .optional(),
    surveyId: HumanSurveyId.optional(),
    matches: z.array(ItemMatch).max(100).optional(),
    /** Who is whose twin: ids of the survey's people, and personas that answered. */
    twins: z
      .array(z.strictObject({ person: z.string().max(200), personaId: PersonaId }))
      .max(100_000)
      .optional(),
    /** Instead of `twins`: an attribute that holds the id of the person whom a persona was built from. */
    twinField: z.string().min(1).max(200).optional(),
    /** The run that asked the twins; absent: this one. */
    twinRunId: RunId.optional(),
    /** Stated by the researcher: the run's other personas stand for the people who were asked. */
    sameTarget: z.boolean().default(false),
    level: z.number().min(0.5).max(0.999).default(0.95),
  })
  .meta({ id: 'MixedEstimatesRequest' })
export type MixedEstimatesRequest = z.infer<typeof MixedEstimatesRequest>

const Interval = z.object({
  estimate: z.number(),
  standardError: z.number(),
  lower: z.number(),
  upper: z.number(),
})

export const MixedQuantity = z.object({
  /** `mean`, or the answer whose share it is. */
  measure: z.string(),
  isShare: z.boolean(),
  mixed: Interval,
  /** People alone. */
  people: Interval,
  /** Personas alone, which says nothing about people. */
  personas: z.number(),
  /** How much the personas count, 0–1: tuned, one for all answers of an item. */
  lambda: z.number(),
  /** Between people's answers and their twins', over all answers of an item. */
  correlation: z.number(),
  /** n / (1 − ρ²N/(n + N)): people whose answers alone would say as much. */
  effectiveN: z.number(),
  /** n / (1 − ρ²): as much as any number of personas could make of it. */
  ceilingN: z.number(),
})
export type MixedQuantity = z.infer<typeof MixedQuantity>

export const MixedItem = z.object({
  questionId: z.string(),
  text: z.string(),
  /** Null where it is not offered, with the reason in `sentence`. */
  result: z
    .object({
      quantities: z.array(MixedQuantity),
      /** Pairs and other personas (effective n of each where weighted). */
      pairs: z.number(),
      personas: z.number(),
    })
    .nullable(),
  sentence: z.string(),
  warnings: z.array(z.string()),
})
export type MixedItem = z.infer<typeof MixedItem>

export const MixedEstimates = z
  .object({
    runId: RunId,
    rehearsal: z.boolean(),
    level: z.number(),
    items: z.array(MixedItem),
    /** What it rests on, weights included. */
    method: z.string(),
  })
  .meta({ id: 'MixedEstimates' })
export type MixedEstimates = z.infer<typeof MixedEstimates>
