import { z } from 'zod'
import { RunId, TenantId } from './ids.ts'
import { questionId } from './questions.ts'

/** How far personas may be from people and still count as the same. */
export const ValidationMargins = z
  .strictObject({
    /** Of every category, 0–1. */
    share: z.number().positive().max(0.5).default(0.1),
    /** Of a mean, in standard deviations of the people. */
    mean: z.number().positive().max(2).default(0.2),
    /** Variance of the personas over that of the people: from (below 1) and to (above 1). */
    varianceRatio: z
      .tuple([z.number().positive().lt(1), z.number().gt(1).max(20)])
      .default([0.67, 1.5]),
  })
  .meta({ id: 'ValidationMargins' })
export type ValidationMargins = z.infer<typeof ValidationMargins>

const Counted = z
  .array(
    z.strictObject({
      /** An option, or the point of a scale: as `shares[].value` of the evidence has it. */
      value: z.union([z.string().max(2000), z.number()]),
      /** People who gave it; weighted counts need `effectiveN`. */
      count: z.number().min(0).max(1e9),
    }),
  )
  .min(1)
  .max(200)

/** What people answered to one question, as counts or answer by answer. */
const HumanAnswers = {
  counts: Counted.optional(),
  answers: z
    .array(
      z.strictObject({
        value: z.union([z.string().max(2000), z.number()]),
        weight: z.number().positive().max(1e6).default(1),
      }),
    )
    .min(1)
    .max(200_000)
    .optional(),
  /** Independent people that weighted counts are worth; else their sum. */
  effectiveN: z.number().positive().max(1e9).optional(),
}

const margins = ValidationMargins.default({ share: 0.1, mean: 0.2, varianceRatio: [0.67, 1.5] })
const randomSeed = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(1)

/** POST /runs/:id/validation: a run's answers beside those of people. */
export const ValidateRunRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    items: z
      .array(z.strictObject({ questionId, ...HumanAnswers }))
      .min(1)
      .max(200),
    /** Compare with the answers under this condition; absent: with all. */
    condition: z.string().max(64).optional(),
    margins,
    randomSeed,
  })
  .meta({ id: 'ValidateRunRequest' })
export type ValidateRunRequest = z.infer<typeof ValidateRunRequest>

const Categories = z
  .array(z.union([z.string().max(2000), z.number()]))
  .min(2)
  .max(200)

/** POST /validation/compare: two published distributions, without a run. */
export const CompareSurveysRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    items: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(200),
          /** In order for an ordered question; numbers are scores, else places 1, 2, 3 … count. */
          categories: Categories,
          ordered: z.boolean().default(false),
          people: z.strictObject(HumanAnswers),
          personas: z.strictObject(HumanAnswers),
        }),
      )
      .min(1)
      .max(200),
    margins,
    randomSeed,
  })
  .meta({ id: 'CompareSurveysRequest' })
export type CompareSurveysRequest = z.infer<typeof CompareSurveysRequest>

const Pair = z.object({ people: z.number(), personas: z.number() })

export const ValidationVerdict = z.enum(['differs', 'equivalent', 'inconclusive'])
export type ValidationVerdict = z.infer<typeof ValidationVerdict>

/** One of the two one-sided tests: the 90 % interval against the margin. */
export const EquivalenceCheck = z.object({
  quantity: z.enum(['share', 'mean', 'variance']),
  /** Of a share. */
  category: z.string().nullable(),
  /** Personas minus people; for the variance personas over people. */
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
  margin: z.tuple([z.number(), z.number()]),
  holds: z.boolean(),
})
export type EquivalenceCheck = z.infer<typeof EquivalenceCheck>

export const ValidatedItem = z
  .object({
    id: z.string(),
    text: z.string(),
    verdict: ValidationVerdict,
    /** The verdict in plain words, with its numbers. */
    sentence: z.string(),
    /** Effective n. */
    n: Pair,
    categories: z.array(z.object({ value: z.string(), ...Pair.shape })),
    /** Total variation distance, 0–1, and what chance alone does at these sizes. */
    distance: z.number(),
    floor: z.object({ mean: z.number(), p95: z.number() }),
    /** Resampling p of the distance; after Holm (1979) over both primary tests and all items. */
    p: z.number(),
    pAdjusted: z.number(),
    chiSquare: z.object({ statistic: z.number(), df: z.number(), p: z.number().nullable() }),
    /** Ordered answers only. */
    ordered: z
      .object({
        mean: Pair,
        /** Personas minus people, in standard deviations of the people. */
        standardisedDifference: z.number().nullable(),
        varianceRatio: z.number().nullable(),
        /** Brown & Forsythe (1974). */
        spread: z.object({
          f: z.number().nullable(),
          p: z.number().nullable(),
          pAdjusted: z.number().nullable(),
        }),
        /** In points of the scale. */
        wasserstein: z.number(),
        /** 1 minus the Kolmogorov–Smirnov distance. */
        ksSimilarity: z.number(),
      })
      .nullable(),
    /** Answers without an order: entropy of the personas over that of the people. */
    entropyRatio: z.number().nullable(),
    equivalence: z.array(EquivalenceCheck),
    /** Inconclusive ones: people it would take; null where people alone would not settle it. */
    peopleNeeded: z.number().int().nullable(),
  })
  .meta({ id: 'ValidatedItem' })
export type ValidatedItem = z.infer<typeof ValidatedItem>

export const ValidationReport = z
  .object({
    /** The verdict over all items, in one sentence. */
    headline: z.string(),
    runId: RunId.nullable(),
    modelName: z.string().nullable(),
    rehearsal: z.boolean(),
    margins: ValidationMargins,
    items: z.array(ValidatedItem),
    /** People whose survey would miss by as much; null with the reason under ten ordered items. */
    worth: z
      .object({
        people: z.number(),
        lower: z.number(),
        upper: z.number(),
        atLimit: z.boolean(),
        items: z.number().int(),
      })
      .nullable(),
    worthNote: z.string(),
    /** What a validation does and does not say. */
    caveat: z.string(),
  })
  .meta({ id: 'ValidationReport' })
export type ValidationReport = z.infer<typeof ValidationReport>
export const ValidationAnswer = z
  .object({ validation: ValidationReport })
  .meta({ id: 'ValidationAnswer' })
