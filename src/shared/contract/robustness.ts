import { z } from 'zod'
import { TenantId } from './ids.ts'
import { Run } from './runs.ts'

export const PortraitFormat = z.enum(['second-person', 'third-person', 'list'])
export type PortraitFormat = z.infer<typeof PortraitFormat>

/** One way of asking everybody: a level of each factor. */
export const Variant = z.object({
  /** `v0` is the study as it is designed. */
  id: z.string(),
  /** 0 as written; else the place, from 1, among the wordings. */
  wording: z.number().int().min(0),
  optionOrder: z.enum(['as_designed', 'reversed']),
  format: PortraitFormat,
  /** Name of a configured model. */
  model: z.string(),
})
export type Variant = z.infer<typeof Variant>

/** Other words for questions, by question id; the others stay as they are written. */
export const Wording = z.record(z.string(), z.string().trim().min(1).max(2000))
export type Wording = z.infer<typeof Wording>

/** What a robustness run is launched with: frozen in its manifest. */
export const RobustnessPlan = z.object({
  /** `v0` first. */
  variants: z.array(Variant),
  wordings: z.array(Wording),
  /** Whether every crossing of the levels is asked. */
  isFull: z.boolean(),
})
export type RobustnessPlan = z.infer<typeof RobustnessPlan>

/** POST /studies/:id/robustness: factors whose levels are crossed on a part of the population. */
export const RobustnessRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** Members asked, each in every variant; as many as there are where there are fewer. */
    personas: z.number().int().min(5).max(1000).default(40),
    /** Times each is asked in each variant: two tell a persona's own reaction from chance. */
    replicates: z.number().int().min(1).max(5).default(1),
    /** Paraphrases, each of some or all questions. */
    wordings: z.array(Wording).max(5).default([]),
    /** Also asks with trivial changes: another final mark, no capital at the beginning. */
    punctuation: z.boolean().default(false),
    /** Also asks with options in reverse order. */
    optionOrder: z.boolean().default(false),
    /** Ways of describing the persona beside the usual "You are …". */
    formats: z
      .array(PortraitFormat.exclude(['second-person']))
      .max(2)
      .default([]),
    /** Other configured models. */
    models: z.array(z.string().min(1).max(200)).max(5).default([]),
    /** Most variants asked, the study's own included: beyond it a balanced part of all crossings. */
    maxVariants: z.number().int().min(2).max(48).default(12),
  })
  .meta({ id: 'RobustnessRequest' })
export type RobustnessRequest = z.infer<typeof RobustnessRequest>

/** POST /studies/:id/robustness. */
export const RobustnessLaunch = z
  .object({ run: Run, variants: z.array(Variant), isFull: z.boolean() })
  .meta({ id: 'RobustnessLaunch' })
export type RobustnessLaunch = z.infer<typeof RobustnessLaunch>

export const factorNames = ['wording', 'optionOrder', 'format', 'model'] as const
export const FactorName = z.enum(factorNames)
export type FactorName = z.infer<typeof FactorName>

/** A part of the variance of one answer, in the answer's units squared. */
export const VarianceComponent = z.object({
  /** A factor; `persona`: who answers; `residual`: chance, and reactions of one persona. */
  source: z.enum([...factorNames, 'persona', 'residual']),
  /** Not below 0: a negative estimate is none (Searle, Casella & McCulloch 1992). */
  variance: z.number(),
  /** Its square root: what the source moves an answer by, ±. */
  sd: z.number(),
  /** Of the sum of all, 0–1. */
  share: z.number().nullable(),
  levels: z.number().int(),
})
export type VarianceComponent = z.infer<typeof VarianceComponent>

export const LevelMean = z.object({
  factor: FactorName,
  level: z.string(),
  /** Of its answers. */
  mean: z.number().nullable(),
  n: z.number().int(),
  /** From the study's own level, persona by persona, with its 95 % interval; null for that level. */
  difference: z.object({ estimate: z.number(), lower: z.number(), upper: z.number() }).nullable(),
})

/** What moves one number that is estimated of a question. */
export const RobustnessMeasure = z.object({
  questionId: z.string(),
  /** `mean`, or the option, row or level. */
  measure: z.string(),
  label: z.string(),
  isShare: z.boolean(),
  /** Answers it rests on. */
  n: z.number().int(),
  components: z.array(VarianceComponent),
  levels: z.array(LevelMean),
  /** Standard deviation of the estimate over ways of asking: the root of the factors' variances. */
  askingSd: z.number().nullable(),
  sentence: z.string(),
})
export type RobustnessMeasure = z.infer<typeof RobustnessMeasure>

/** GET /runs/:id/robustness. */
export const RobustnessReport = z
  .object({
    runId: z.string(),
    personas: z.number().int(),
    variants: z.array(Variant),
    /** Whether every crossing of levels was asked. */
    isFull: z.boolean(),
    measures: z.array(RobustnessMeasure),
    /** Texts of the wordings, from 1 in `variants`. */
    wordings: z.array(Wording),
    /** How it was computed, with its source. */
    method: z.string(),
    provisional: z.boolean(),
    rehearsal: z.boolean(),
  })
  .meta({ id: 'RobustnessReport' })
export type RobustnessReport = z.infer<typeof RobustnessReport>
