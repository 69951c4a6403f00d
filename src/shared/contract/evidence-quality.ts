import { z } from 'zod'

/** Which answers are meant: what `/runs/:id/tasks` takes, and at most 200 tasks by name. */
export const WarningTasks = z
  .object({
    filter: z.object({
      questionId: z.string().optional(),
      value: z.string().optional(),
      cohortId: z.string().optional(),
      condition: z.string().optional(),
      segmentBy: z.string().optional(),
      segmentValue: z.string().optional(),
    }),
    /** Empty: all that the filter finds. Otherwise for `taskIds`, beside the filter's question. */
    taskIds: z.array(z.string()).max(200),
    /** How many there are, also where `taskIds` names a part of them. */
    total: z.number().int(),
  })
  .meta({ id: 'WarningTasks' })
export type WarningTasks = z.infer<typeof WarningTasks>

/** A number that a warning rests on. */
export const WarningNumber = z.object({
  label: z.string(),
  value: z.number(),
  /** `share`: 0–1. `p`: a probability. `count`: whole. `number`: in the units of the answer. */
  kind: z.enum(['share', 'p', 'count', 'number']),
})
export type WarningNumber = z.infer<typeof WarningNumber>

/** Agreement of a persona with itself when it is asked again. */
export const Retest = z
  .object({
    /** Why there is no number; null where there is. */
    notMeasured: z.string().nullable(),
    /** Personas, per condition, with two answers or more. */
    units: z.number().int(),
    /** ICC(1,1) with its 95 % interval; of an answer of several parts, the mean over them. */
    icc: z.number().nullable(),
    iccLower: z.number().nullable(),
    iccUpper: z.number().nullable(),
    /** Krippendorff's α; of an answer of several parts, the mean over them. */
    alpha: z.number().nullable(),
    /** 95 %; null where its level is the interval, where the ICC has one. */
    alphaLower: z.number().nullable(),
    alphaUpper: z.number().nullable(),
    level: z.enum(['nominal', 'ordinal', 'interval']).nullable(),
  })
  .meta({ id: 'Retest' })
export type Retest = z.infer<typeof Retest>

/** How alike the answers are, and how far that is the personas' doing. */
export const Homogeneity = z
  .object({
    /** Share of the variance that lies between personas (0–1); null without a retest. */
    betweenShare: z.number().nullable(),
    betweenLower: z.number().nullable(),
    betweenUpper: z.number().nullable(),
    /** Open answers: mean cosine of two personas, and of two answers of one. */
    similarityBetween: z.number().nullable(),
    similarityWithin: z.number().nullable(),
    /** Scales: variance of the answers. */
    variance: z.number().nullable(),
    /** Variance if every point of the scale were as likely, or as the question's author declared. */
    expectedVariance: z.number().nullable(),
    expectedFrom: z.enum(['declared', 'scale']).nullable(),
    /** Variance by what is expected, with its 95 % interval. */
    varianceRatio: z.number().nullable(),
    varianceRatioLower: z.number().nullable(),
    varianceRatioUpper: z.number().nullable(),
    /** Chance that an answer equals one of the arm without personas; null without such an arm. */
    equalToNoPersona: z.number().nullable(),
  })
  .meta({ id: 'Homogeneity' })
export type Homogeneity = z.infer<typeof Homogeneity>

export const Duplicates = z
  .object({
    /** Answers of five words or more: shorter ones are alike by nature. */
    looked: z.number().int(),
    /** Share of them that another persona gave in nearly the same words (0–1). */
    share: z.number(),
    clusters: z.number().int(),
    /** Answers in the largest cluster. */
    largest: z.number().int(),
  })
  .meta({ id: 'Duplicates' })
export type Duplicates = z.infer<typeof Duplicates>

export const QuestionQuality = z
  .object({
    asked: z.number().int(),
    /** Weighted share of those asked, don't-knows aside, whose answer counts (0–1); null: nobody. */
    answeredShare: z.number().nullable(),
    retest: Retest,
    homogeneity: Homogeneity,
    /** Open questions. */
    duplicates: Duplicates.nullable(),
  })
  .meta({ id: 'QuestionQuality' })
export type QuestionQuality = z.infer<typeof QuestionQuality>

/** Items answered on one scale: the rows of a matrix, or neighbouring Likert questions. */
export const BatteryQuality = z
  .object({
    questionIds: z.array(z.string()),
    items: z.number().int(),
    personas: z.number().int(),
    /** Share of personas that gave one point throughout, and what answers like these lead to. */
    straight: z.number(),
    expected: z.number(),
    /** Of so many by chance; null of an unfinished run. */
    p: z.number().nullable(),
    /** Mean over personas of the SD of their points, and of the longest run of one point. */
    meanDeviation: z.number(),
    longestRun: z.number(),
  })
  .meta({ id: 'BatteryQuality' })
export type BatteryQuality = z.infer<typeof BatteryQuality>

export const EvidenceQuality = z
  .object({
    personas: z.number().int(),
    answers: z.number().int(),
    valid: z.number().int(),
    dontKnow: z.number().int(),
    refused: z.number().int(),
    invalid: z.number().int(),
    batteries: z.array(BatteryQuality),
    /** Open answers held against the timeline; null where none were. */
    contradictions: z.object({ checked: z.number().int(), found: z.number().int() }).nullable(),
    /** Mean over questions of the share of variance between personas; null without a retest. */
    betweenShare: z.number().nullable(),
    /** Of the open answers, the share that another persona gave in nearly the same words. */
    duplicateShare: z.number().nullable(),
  })
  .meta({ id: 'EvidenceQuality' })
export type EvidenceQuality = z.infer<typeof EvidenceQuality>
