import { z } from 'zod'
import { HumanSurveyId, ItemUse } from './human-surveys.ts'
import {
  PopulationId,
  PopulationVersionId,
  RunId,
  SkillId,
  SkillVersionId,
  StudyId,
  TenantId,
  Timestamp,
} from './ids.ts'
import { questionId, questionTypes } from './questions.ts'
import { ItemMatch, SegmentMatch } from './validation-matches.ts'
import { CorrelationStructure, SegmentStructure } from './validation-structure.ts'

export const ValidationId = z.uuid().brand<'ValidationId'>()
export type ValidationId = z.infer<typeof ValidationId>

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

/**
 * POST /runs/:id/validation: a run's answers beside those of people, who are given in `items` or as a
 * survey with what matches what.
 */
export const ValidateRunRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    items: z
      .array(
        z.strictObject({
          questionId,
          ...HumanAnswers,
          usedFor: z.array(ItemUse).max(3).default([]),
        }),
      )
      .min(1)
      .max(200)
      .optional(),
    surveyId: HumanSurveyId.optional(),
    matches: z.array(ItemMatch).min(1).max(200).optional(),
    /** Groups whose differences are compared, too. */
    segments: z.array(SegmentMatch).max(20).default([]),
    /** The last day of what the model was trained on, where it is known. */
    modelCutOff: z.iso.date().optional(),
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

const Ends = z.tuple([z.number(), z.number()])
/** One answer: what share of each gave it. Reports of before it was kept say null. */
const ComparedCategory = z.object({
  value: z.string(),
  ...Pair.shape,
  /** 95 %, of Clopper & Pearson (1934) at the effective n. */
  intervals: z.object({ people: Ends, personas: Ends }).nullable().default(null),
  /** As `value` of `GET /runs/:id/tasks` takes it: the answers behind the personas' share. */
  answer: z.string().nullable().default(null),
})

export const ValidatedItem = z
  .object({
    id: z.string(),
    text: z.string(),
    /** Of the question; null without a run. */
    type: z.enum(questionTypes).nullable(),
    /** Of the survey; null where answers were given with the request. */
    itemId: z.string().nullable(),
    verdict: ValidationVerdict,
    /** The verdict in plain words, with its numbers. */
    sentence: z.string(),
    /** Effective n. */
    n: Pair,
    categories: z.array(ComparedCategory),
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

/** An item that cannot validate, for what it served before: shown, never tested. */
export const SetAsideItem = z.object({
  id: z.string(),
  text: z.string(),
  itemId: z.string().nullable(),
  usedFor: z.array(ItemUse),
  sentence: z.string(),
  n: Pair,
  categories: z.array(ComparedCategory),
  distance: z.number(),
})
export type SetAsideItem = z.infer<typeof SetAsideItem>

/** Whether the model may have read the survey's results. */
export const Memorised = z.object({
  verdict: z.enum(['possible', 'unlikely', 'unknown', 'no']),
  sentence: z.string(),
})
export type Memorised = z.infer<typeof Memorised>

export const ValidationReport = z
  .object({
    /** The verdict over all items, in one sentence. */
    headline: z.string(),
    runId: RunId.nullable(),
    modelName: z.string().nullable(),
    rehearsal: z.boolean(),
    margins: ValidationMargins,
    items: z.array(ValidatedItem),
    setAside: z.array(SetAsideItem),
    memorised: Memorised,
    /** What is not known of the people's numbers; null where nothing is amiss. */
    peopleNote: z.string().nullable().default(null),
    /** Null where no segments were matched. */
    segments: SegmentStructure.nullable(),
    /** Null with fewer than three ordered items answered by the same people. */
    correlations: CorrelationStructure.nullable(),
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

/** What a stored report is about: it holds for nothing else. */
const Bound = {
  id: ValidationId,
  runId: RunId,
  runNumber: z.number().int(),
  studyId: StudyId,
  studyName: z.string(),
  populationId: PopulationId,
  populationVersionId: PopulationVersionId,
  populationVersion: z.number().int(),
  skillId: SkillId,
  skillVersionId: SkillVersionId,
  skillVersion: z.number().int(),
  modelName: z.string(),
  engineVersion: z.string(),
  condition: z.string().nullable(),
  surveyId: HumanSurveyId.nullable(),
  surveyName: z.string().nullable(),
  createdAt: Timestamp,
}

/** A report as it was kept: it never changes. */
export const StoredValidation = ValidationReport.extend({
  ...Bound,
  /** What was compared with what, answer by answer; null where answers came with the request. */
  matches: z.array(ItemMatch).nullable().default(null),
}).meta({ id: 'StoredValidation' })
export type StoredValidation = z.infer<typeof StoredValidation>
export const StoredValidationAnswer = z
  .object({ validation: StoredValidation })
  .meta({ id: 'StoredValidationAnswer' })

export const ValidationSummary = z
  .object({
    ...Bound,
    headline: z.string(),
    rehearsal: z.boolean(),
    counts: z.object({
      differs: z.number().int(),
      equivalent: z.number().int(),
      inconclusive: z.number().int(),
      setAside: z.number().int(),
    }),
  })
  .meta({ id: 'ValidationSummary' })
export type ValidationSummary = z.infer<typeof ValidationSummary>
export const ValidationList = z
  .object({ validations: z.array(ValidationSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'ValidationList' })
export type ValidationList = z.infer<typeof ValidationList>
