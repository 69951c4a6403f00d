import { z } from 'zod'
import { TenantId } from './ids.ts'

/** POST /validations/:id/people-plan: whom to ask next, and what. */
export const PeoplePlanRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** People that can be asked. */
    people: z.number().int().min(1).max(1_000_000).default(200),
    /** Questions that one of them answers. */
    questionsEach: z.number().int().min(1).max(200).default(10),
  })
  .meta({ id: 'PeoplePlanRequest' })
export type PeoplePlanRequest = z.infer<typeof PeoplePlanRequest>

export const PeoplePlan = z
  .object({
    /** The most useful first. */
    steps: z.array(
      z.object({
        questionId: z.string(),
        text: z.string(),
        /** To be asked in addition. */
        people: z.number().int(),
        /** Chance that the item then has a verdict, 0–1: of "equivalent", of "differs". */
        chance: z.number(),
        equivalent: z.number(),
        differs: z.number(),
        /** By which the variance of what is known about the model's error falls, 0–1. */
        varianceCut: z.number(),
        reason: z.string(),
      }),
    ),
    /** Verdicts that the plan is expected to bring. */
    expectedVerdicts: z.number(),
    /** Answers asked for, of those the budget allows. */
    answers: z.number().int(),
    budget: z.number().int(),
    /** Inconclusive items that people cannot settle, each with the reason. */
    leftOut: z.array(z.object({ questionId: z.string(), text: z.string(), reason: z.string() })),
    sentence: z.string(),
  })
  .meta({ id: 'PeoplePlan' })
export type PeoplePlan = z.infer<typeof PeoplePlan>
