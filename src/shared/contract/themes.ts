import { z } from 'zod'
import { Estimate, Theme } from './evidence.ts'
import { RunId, Timestamp } from './ids.ts'

export const OpenQuestion = z.object({
  questionId: z.string(),
  text: z.string(),
  /** Valid answers, unweighted. */
  n: z.number().int(),
  /** Null while nobody has touched its themes. */
  codebook: z.object({ revision: z.number().int(), frozenAt: Timestamp.nullable() }).nullable(),
})
export type OpenQuestion = z.infer<typeof OpenQuestion>

/** GET /runs/:id/themes */
export const OpenQuestionList = z
  .object({ questions: z.array(OpenQuestion) })
  .meta({ id: 'OpenQuestionList' })
export type OpenQuestionList = z.infer<typeof OpenQuestionList>

export const ThemeSegment = z.object({
  /** `cohort`, `condition` or the field of the persona. */
  by: z.string(),
  value: z.string(),
  label: z.string(),
  share: Estimate,
})
export type ThemeSegment = z.infer<typeof ThemeSegment>

export const ThemeDetail = Theme.extend({ segments: z.array(ThemeSegment) })
export type ThemeDetail = z.infer<typeof ThemeDetail>

/** Whether the built-in themes come out again on other parts of the answers. */
export const ThemeStability = z.object({
  /** Mean adjusted Rand index (Hubert & Arabie 1985): 1 the same themes, 0 as by chance. */
  adjustedRand: z.number(),
  lowest: z.number(),
  resamples: z.number().int(),
  level: z.enum(['good', 'moderate', 'low']),
  sentence: z.string(),
})
export type ThemeStability = z.infer<typeof ThemeStability>

export const ThemeComparison = z.object({
  themeId: z.string(),
  themeLabel: z.string(),
  by: z.string(),
  a: z.object({ value: z.string(), label: z.string() }),
  b: z.object({ value: z.string(), label: z.string() }),
  /** Share in b minus share in a, 0–1. */
  difference: Estimate,
  p: z.number().nullable(),
  /** Holm (1979) over all themes and pairs of one `by`. */
  pAdjusted: z.number().nullable(),
  /** `fixed`: the themes were frozen. `exploratory`: they can still be fitted to the segments. */
  kind: z.enum(['fixed', 'exploratory']),
  verdict: z.enum(['different', 'no difference found', 'not tested']),
  sentence: z.string(),
})
export type ThemeComparison = z.infer<typeof ThemeComparison>

/** GET /runs/:id/themes/:questionId */
export const QuestionThemes = z
  .object({
    runId: RunId,
    questionId: z.string(),
    text: z.string(),
    n: z.number().int(),
    effectiveN: z.number(),
    dontKnow: z.number().int(),
    refused: z.number().int(),
    invalid: z.number().int(),
    /** `clusters`: as found. `codebook`: as the user left them. */
    coding: z.enum(['clusters', 'codebook']),
    revision: z.number().int(),
    frozenAt: Timestamp.nullable(),
    /** In the codebook's order, else the most frequent first; `unclear` last. */
    themes: z.array(ThemeDetail),
    /** Of the clusters, also where a codebook has taken their place. */
    stability: ThemeStability.nullable(),
    /** Mean over all answers, −1 … 1; null where it was not measured. */
    sentiment: Estimate.nullable(),
    sentimentNote: z.string(),
    comparisons: z.array(ThemeComparison),
    /** Whether the themes were fixed before segments are compared, in words. */
    comparisonNote: z.string(),
    provisional: z.boolean(),
    rehearsal: z.boolean(),
    caveat: z.string(),
  })
  .meta({ id: 'QuestionThemes' })
export type QuestionThemes = z.infer<typeof QuestionThemes>
