import { z } from 'zod'
import { questionTypes } from './questions.ts'
import { ReferenceQuality } from './reference-quality.ts'
import { Run } from './runs.ts'

/** One number with its sampling error. Null where there is nothing to estimate from. */
export const Estimate = z
  .object({
    estimate: z.number().nullable(),
    standardError: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    /** Nominal coverage, e.g. 0.95. */
    level: z.number(),
    /** Unweighted answers behind it. */
    n: z.number().int(),
    effectiveN: z.number(),
    /** `small`: under 30 effective n. `suppressed`: too few to show. */
    size: z.enum(['ok', 'small', 'suppressed']),
  })
  .meta({ id: 'Estimate' })
export type Estimate = z.infer<typeof Estimate>

/** One of the numbers that an answer of several parts has. */
export const MeasureEstimate = z.object({
  /** Stable: an option, a row, or "attribute: level", as written in the skill. */
  name: z.string(),
  /** The same to read, what a condition fills in as a blank with its name. */
  label: z.string(),
  /** What measures belong together by: a conjoint's attribute, a field of json. */
  group: z.string().nullable(),
  /** What `/runs/:id/tasks?value=` takes for the answers behind it. */
  value: z.string(),
  /** Whether it is a share (0–1) or a mean in the answer's units. */
  isShare: z.boolean(),
  estimate: Estimate,
})
export type MeasureEstimate = z.infer<typeof MeasureEstimate>

/** The scale that all measures of a question lie on. */
export const MeasureScale = z.object({
  from: z.number(),
  to: z.number(),
  /** What its ends mean, such as "Strongly agree". */
  lowest: z.string().nullable(),
  highest: z.string().nullable(),
  unit: z.string().nullable(),
  /** Which end is the better one; null where neither is. */
  best: z.enum(['low', 'high']).nullable(),
})
export type MeasureScale = z.infer<typeof MeasureScale>

export const OptionShare = z.object({
  /** Option text, or the scale point as text: what `/runs/:id/tasks?value=` takes. */
  value: z.string(),
  label: z.string(),
  share: Estimate,
})
export type OptionShare = z.infer<typeof OptionShare>

/** What is estimated for one question in one domain (all, a cohort, a segment, a condition). */
export const DomainEstimates = z
  .object({
    /** Valid answers, unweighted. */
    n: z.number().int(),
    effectiveN: z.number(),
    dontKnow: z.number().int(),
    refused: z.number().int(),
    invalid: z.number().int(),
    /** single, multi, likert, yesno and nps. */
    shares: z.array(OptionShare).optional(),
    /** likert, numeric and nps (points; the score is a measure). */
    mean: Estimate.optional(),
    /** numeric (with interval) and likert (estimate alone). */
    median: Estimate.optional(),
    /** numeric: where the lowest and the highest quarter of the answers end. */
    quartiles: z.object({ lower: Estimate, upper: Estimate }).optional(),
    /**
     * nps: the score. rank: mean place, 1 best. allocation: mean part. matrix: mean point. maxdiff:
     * times best less times worst, by times shown. conjoint: share chosen when shown. price: share
     * that accepts. json: the mean of a number, the share of each other value of a field.
     */
    measures: z.array(MeasureEstimate).optional(),
    /** numeric: weighted histogram. */
    histogram: z
      .array(z.object({ from: z.number(), to: z.number(), share: z.number() }))
      .optional(),
  })
  .meta({ id: 'DomainEstimates' })
export type DomainEstimates = z.infer<typeof DomainEstimates>

export const Segment = DomainEstimates.extend({
  /** `cohort`, or the field of the persona. */
  by: z.string(),
  /** Cohort id, or the category. */
  value: z.string(),
  label: z.string(),
})
export type Segment = z.infer<typeof Segment>

export const Comparison = z
  .object({
    by: z.string(),
    a: z.object({ value: z.string(), label: z.string() }),
    b: z.object({ value: z.string(), label: z.string() }),
    /** `mean`, `nps`, or the option, row or level that is compared. */
    measure: z.string(),
    /** The same to read. */
    measureLabel: z.string(),
    /** Whether the measure is a share (0–1) or a mean in the answer's units. */
    isShare: z.boolean(),
    /** b minus a, in raw units (shares: 0–1). */
    difference: Estimate,
    p: z.number().nullable(),
    /** Holm (1979) over the comparisons of this question named before launch. */
    pAdjusted: z.number().nullable(),
    /** Named before launch, or found by looking. */
    kind: z.enum(['primary', 'exploratory']),
    /** `different`: the interval excludes 0 (primary: also p adjusted < 1 − level). */
    verdict: z.enum(['different', 'no difference found', 'not tested']),
    sentence: z.string(),
    /** The question restates what defines the segments. */
    trueByConstruction: z.boolean(),
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>

export const Theme = z.object({
  label: z.string(),
  keywords: z.array(z.string()),
  share: Estimate,
  quotes: z.array(
    z.object({ taskId: z.string(), personaName: z.string(), text: z.string(), cohort: z.string() }),
  ),
})
export type Theme = z.infer<typeof Theme>

export const QuestionEvidence = z
  .object({
    questionId: z.string(),
    type: z.enum(questionTypes),
    text: z.string(),
    unit: z.string().nullable(),
    /** What `measures` lie on; null where they are alike in nothing. */
    scale: MeasureScale.nullable(),
    /** What `measures` are, e.g. "Mean place, 1 first to 5 last"; null without any. */
    measureTitle: z.string().nullable(),
    overall: DomainEstimates,
    /** Cohorts first, then the segments asked for by `segmentBy`. */
    segments: z.array(Segment),
    conditions: z.array(Segment),
    comparisons: z.array(Comparison),
    /** Open questions. */
    themes: z.array(Theme),
    /** Of a similarity rating: how well its statements tell answers apart. */
    referenceQuality: ReferenceQuality.optional(),
  })
  .meta({ id: 'QuestionEvidence' })
export type QuestionEvidence = z.infer<typeof QuestionEvidence>

export const EvidenceWarning = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  questionId: z.string().nullable(),
  /** What it is, what it means, what to do: plain words. */
  message: z.string(),
})
export type EvidenceWarning = z.infer<typeof EvidenceWarning>

export const Evidence = z
  .object({
    run: Run,
    /** The sentence that answers the study's question, with its interval. */
    headline: z.string(),
    questions: z.array(QuestionEvidence),
    warnings: z.array(EvidenceWarning),
    /** Run not finished: no p is given. */
    provisional: z.boolean(),
    rehearsal: z.boolean(),
    /** What an interval here does and does not say. */
    caveat: z.string(),
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

export const EvidenceQuery = z.object({
  /** A field of the persona, e.g. `gender` or `attributes.region`; cohorts always come. */
  segmentBy: z.string().max(200).optional(),
})
export const ExportQuery = z.object({
  /**
   * `csv` and `jsonl`: a row per answer. `table`: a row per interview, columns per option, row or
   * set; `codebook`: what those columns hold. `html`: the report. `manifest`: what repeats the run.
   */
  format: z.enum(['csv', 'jsonl', 'table', 'codebook', 'html', 'manifest']),
})
