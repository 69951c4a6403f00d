import { z } from 'zod'
import { EvidenceModel } from './evidence-models.ts'
import {
  EvidenceQuality,
  QuestionQuality,
  WarningNumber,
  WarningTasks,
} from './evidence-quality.ts'
import { questionTypes } from './questions.ts'
import { ReferenceQuality } from './reference-quality.ts'
import { Run } from './runs.ts'
import { Estimate } from './survey-estimate.ts'
import { TotalError } from './total-error.ts'

export { Estimate }

/** One of the numbers that an answer of several parts has. */
export const MeasureEstimate = z.object({
  /** Stable: an option, a row, or "attribute: level", as written in the skill. */
  name: z.string(),
  /** The same to read, what a condition fills in as a blank with its name. */
  label: z.string(),
  /** What measures belong together by: a conjoint's attribute, a field of json. */
  group: z.string().nullable(),
  /** What `/runs/:id/tasks?value=` takes for the answers behind it, with `measure` its name. */
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
    /** rank, maxdiff, conjoint and price; absent where too few answered. */
    model: EvidenceModel.optional(),
    /** numeric: weighted histogram. */
    histogram: z
      .array(
        z.object({
          from: z.number(),
          to: z.number(),
          share: z.number(),
          /** Answers in it, unweighted. */
          n: z.number().int(),
          /** What `/runs/:id/tasks?value=` takes for them. */
          value: z.string(),
        }),
      )
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
    /** `different`: the interval, or the cautious one if there is one, excludes 0 (primary: also p adjusted < 1 − level). */
    verdict: z.enum(['different', 'no difference found', 'not tested']),
    sentence: z.string(),
    /** The question restates what defines the segments. */
    trueByConstruction: z.boolean(),
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>

/** Whether the answers to a choice question go together with what people are cut by. */
export const AssociationTest = z
  .object({
    /** `cohort`, `condition`, or the field of the persona. */
    by: z.string(),
    /** Of several that may be chosen, the one tested; null: the answer as a whole. */
    option: z.string().nullable(),
    /** `rao-scott` (1984), second order, of choices; `wald` of the means of a score. */
    test: z.enum(['rao-scott', 'wald']),
    /** Null where nothing can be tested. */
    f: z.number().nullable(),
    /** Not whole numbers, of Rao & Scott's. */
    numeratorDf: z.number().nullable(),
    denominatorDf: z.number().nullable(),
    /**
     * 0 none … 1 one tells the other: Cramér's V less what chance makes of it under the design; null
     * of a score.
     */
    cramersV: z.number().nullable(),
    /** Null while the run is not finished. */
    p: z.number().nullable(),
    /**
     * Holm (1979) over the tests of this question named before launch; of others, where several
     * options are tested, over these.
     */
    pAdjusted: z.number().nullable(),
    kind: z.enum(['primary', 'exploratory']),
    verdict: z.enum(['associated', 'no association found', 'not tested']),
    sentence: z.string(),
    /** The question restates what defines the segments. */
    trueByConstruction: z.boolean(),
  })
  .meta({ id: 'AssociationTest' })
export type AssociationTest = z.infer<typeof AssociationTest>

export const ThemeQuote = z.object({
  taskId: z.string(),
  personaName: z.string(),
  text: z.string(),
  cohort: z.string(),
  /** −1 … 1 by words that tell a feeling; null where that was not measured. */
  sentiment: z.number().nullable(),
})
export type ThemeQuote = z.infer<typeof ThemeQuote>

export const Theme = z.object({
  /** What `/runs/:id/tasks?value=__theme:` takes; `unclear` for answers without a theme. */
  id: z.string(),
  label: z.string(),
  keywords: z.array(z.string()),
  share: Estimate,
  /** Mean, −1 … 1; null where it was not measured: English only. */
  sentiment: Estimate.nullable(),
  /** Typical ones: nearest to the middle of the theme. */
  quotes: z.array(ThemeQuote),
  /** Of the same theme, pointing the other way. */
  dissenting: z.array(
    ThemeQuote.extend({ why: z.enum(['opposite feeling', 'far from the rest']) }),
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
    /** single, yesno and likert: by cohort, condition and segment, where there are two. */
    tests: z.array(AssociationTest),
    /** Open questions. */
    themes: z.array(Theme),
    /** Of a similarity rating: how well its statements tell answers apart. */
    referenceQuality: ReferenceQuality.optional(),
    quality: QuestionQuality,
  })
  .meta({ id: 'QuestionEvidence' })
export type QuestionEvidence = z.infer<typeof QuestionEvidence>

export const EvidenceWarning = z
  .object({
    /** The same for the same finding in the same evidence: what an address names. */
    id: z.string(),
    code: z.string(),
    severity: z.enum(['info', 'warning', 'error']),
    questionId: z.string().nullable(),
    title: z.string().max(60),
    /** What was found, what it means for the reader, what to do: plain words, a sentence or two. */
    what: z.string(),
    means: z.string(),
    todo: z.string(),
    /** The three together. */
    message: z.string(),
    numbers: z.array(WarningNumber),
    /** Null: no answers show it, such as a plan that was changed. */
    tasks: WarningTasks.nullable(),
  })
  .meta({ id: 'EvidenceWarning' })
export type EvidenceWarning = z.infer<typeof EvidenceWarning>

/** Of a field that is a number with many values, e.g. `attributes.income`. */
export const FieldBands = z
  .object({
    field: z.string(),
    /** What its segments are called, lowest first. */
    labels: z.array(z.string()),
  })
  .meta({ id: 'FieldBands' })
export type FieldBands = z.infer<typeof FieldBands>

export const Evidence = z
  .object({
    run: Run,
    /** The sentence that answers the study's question, with its interval. */
    headline: z.string(),
    questions: z.array(QuestionEvidence),
    /** Worst first. */
    warnings: z.array(EvidenceWarning),
    quality: EvidenceQuality,
    /** Run not finished: no p is given. */
    provisional: z.boolean(),
    rehearsal: z.boolean(),
    /** What an interval here does and does not say. */
    caveat: z.string(),
    /** Null where no validations tell it: `totalErrorNote` says why. */
    totalError: TotalError.nullable(),
    totalErrorNote: z.string(),
    /** Of what is cut by here: the same in the whole run, answered or not. */
    bands: z.array(FieldBands),
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

/** GET /runs/:id/evidence/progress: how far the evidence is that is being computed. */
export const EvidenceProgress = z
  .object({
    phase: z.enum(['waiting', 'reading', 'themes', 'estimating']),
    /** Of `total`, in what the phase counts: interviews, open questions, questions. */
    done: z.number().int(),
    total: z.number().int(),
  })
  .meta({ id: 'EvidenceProgress' })
export type EvidenceProgress = z.infer<typeof EvidenceProgress>
export const EvidenceProgressAnswer = z
  .object({ progress: EvidenceProgress.nullable() })
  .meta({ id: 'EvidenceProgressAnswer' })

export const EvidenceQuery = z.strictObject({
  /**
   * A field of the persona, e.g. `gender` or `attributes.region`, or two crossed, `gender × age`;
   * cohorts always come. Numbers with many values come in bands of the run.
   */
  segmentBy: z.string().max(400).optional(),
})
export const exportFormats = [
  'html',
  'pdf',
  'xlsx',
  'table',
  'codebook',
  'results',
  'comparisons',
  'associations',
  'themes',
  'csv',
  'jsonl',
  'parquet',
  'parquet-answers',
  'sav',
  'dta',
  'r',
  'zip',
  'manifest',
] as const
export const ExportQuery = z.strictObject({
  /**
   * The report: `html`, `pdf`. A row per interview with columns per option, row or set: `table` (CSV),
   * `parquet`, `sav` (SPSS), `dta` (Stata); `codebook`: what those columns hold. A row per answer: `csv`, `jsonl`,
   * `parquet-answers`. A row each (CSV): `results`, every estimate; `comparisons`, every difference;
   * `associations`, every test of association; `themes`, every share of a theme. `xlsx`: all of these,
   * quotes, models, interviews and codebook as sheets. `r`: a script that computes `results`,
   * `comparisons` and `associations` from `table` again.
   * `zip`: the report, the tables, the script, the evidence (JSON) and the manifest in one file.
   * `manifest`: what repeats the run.
   */
  format: z.enum(exportFormats),
})
