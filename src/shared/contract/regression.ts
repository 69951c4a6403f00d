import { z } from 'zod'
import { CriterionField } from './cohorts.ts'
import { Estimate } from './evidence.ts'
import { TenantId } from './ids.ts'
import { questionId } from './questions.ts'

/** Weighted least squares; log odds of a yes; log odds of a higher answer (proportional). */
export const ModelKind = z.enum(['linear', 'logistic', 'ordinal'])
export type ModelKind = z.infer<typeof ModelKind>

const reading = {
  /** Default: a number where every value is one. A number read as categories comes in bands. */
  as: z.enum(['number', 'category']).optional(),
  /** Numbers: what a coefficient is per. Default: 10 for ages and scores out of 100, else 1. */
  per: z.number().positive().optional(),
}
/** Categories: the one that others are set against. Default: the most frequent. */
const reference = z.string().max(300).optional()

export const Predictor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field: CriterionField, ...reading, reference }),
  /** `reference`: an id or a name; default: the first. */
  z.strictObject({ kind: z.literal('cohort'), reference }),
  z.strictObject({ kind: z.literal('condition'), reference }),
  z.strictObject({
    kind: z.literal('question'),
    questionId,
    /** Which number of an answer of several parts: an option, a row, `nps`. */
    measure: z.string().max(500).optional(),
    ...reading,
    reference,
  }),
])
export type Predictor = z.infer<typeof Predictor>

export const Outcome = z.strictObject({
  questionId,
  /** Which number of an answer of several parts: an option, a row, `nps`. */
  measure: z.string().max(500).optional(),
})
export type Outcome = z.infer<typeof Outcome>

export const RegressionRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    outcome: Outcome,
    /** Default: `logistic` for what is chosen or not, else `linear`. */
    model: ModelKind.optional(),
    predictors: z.array(Predictor).min(1).max(20),
    /** Nominal coverage of the intervals. */
    level: z.number().min(0.5).max(0.999).default(0.95),
  })
  .meta({ id: 'RegressionRequest' })
export type RegressionRequest = z.infer<typeof RegressionRequest>

export const OddsRatio = z.object({
  estimate: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})

/**
 * Errors for few personas, or few who carry the weight: bias-reduced linearisation (Bell &
 * McCaffrey 2002).
 */
export const CorrectedCoefficient = z.object({
  standardError: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** Not a whole number. */
  degreesOfFreedom: z.number(),
  p: z.number().nullable(),
  oddsRatio: OddsRatio.nullable(),
})

export const Coefficient = z
  .object({
    /** Stable: `(intercept)`, the predictor's name, `name: category`, or `answer|next answer`. */
    name: z.string(),
    /** The same to read: "Age, per 10". */
    label: z.string(),
    kind: z.enum(['intercept', 'slope', 'threshold']),
    /** The term it belongs to; null for intercepts and thresholds. */
    term: z.string().nullable(),
    /** The category, and the one it is set against; null for numbers. */
    category: z.string().nullable(),
    reference: z.string().nullable(),
    /** In the outcome's units, or log odds. `n`: the rows it rests on, of a category those in it. */
    estimate: Estimate,
    /** t: estimate over standard error. */
    statistic: z.number().nullable(),
    /** Two-sided; null while the run is not finished. */
    p: z.number().nullable(),
    /** Logistic and ordinal slopes. */
    oddsRatio: OddsRatio.nullable(),
    /** Beside those of R's `survey`; null where there are plenty of interviews. */
    corrected: CorrectedCoefficient.nullable(),
    /** Why there is no estimate. */
    left: z.enum(['collinear', 'separated', 'not fitted', 'too few']).nullable(),
    /** What it says, in plain words; null for intercepts and thresholds. */
    sentence: z.string().nullable(),
  })
  .meta({ id: 'Coefficient' })
export type Coefficient = z.infer<typeof Coefficient>

/** Whether all coefficients of a predictor are 0 (Wald, design-adjusted). */
export const TermTest = z
  .object({
    term: z.string(),
    label: z.string(),
    f: z.number().nullable(),
    numeratorDf: z.number().int(),
    denominatorDf: z.number(),
    /** Null while the run is not finished. */
    p: z.number().nullable(),
    /** Of corrected errors, approximately Hotelling's T² (Pustejovsky & Tipton 2018). */
    corrected: z
      .object({ f: z.number(), denominatorDf: z.number(), p: z.number().nullable() })
      .nullable(),
  })
  .meta({ id: 'TermTest' })
export type TermTest = z.infer<typeof TermTest>

export const ModelNotice = z.object({
  code: z.enum([
    'collinear',
    'separated',
    'not_fitted',
    'too_few_people',
    'few_per_coefficient',
    'small_category',
    'true_by_construction',
    'left_out',
  ]),
  /** What it is, what it means, what to do: plain words. */
  message: z.string(),
  /** Terms it is about. */
  terms: z.array(z.string()),
})
export type ModelNotice = z.infer<typeof ModelNotice>

export const Regression = z
  .object({
    runId: z.string(),
    outcome: z.object({
      questionId: z.string(),
      measure: z.string().nullable(),
      text: z.string(),
      label: z.string(),
      unit: z.string().nullable(),
    }),
    model: ModelKind,
    level: z.number(),
    /** Interviews with an answer and every predictor, and the personas who gave them. */
    n: z.number().int(),
    personas: z.number().int(),
    effectiveN: z.number(),
    /** Interviews left out: without a valid answer, or without a predictor. */
    leftOut: z.object({ noAnswer: z.number().int(), noPredictor: z.number().int() }),
    degreesOfFreedom: z.number(),
    /**
     * Whose intervals and p are told first: those of R's `survey`, or, where few personas stand
     * behind a coefficient, the corrected ones.
     */
    errors: z.enum(['design', 'corrected']),
    coefficients: z.array(Coefficient),
    tests: z.array(TermTest),
    fit: z.object({
      /** Linear: share of the variance explained. */
      rSquared: z.number().nullable(),
      /** McFadden (1974) and Nagelkerke (1991): logistic and ordinal. */
      mcFadden: z.number().nullable(),
      nagelkerke: z.number().nullable(),
    }),
    notices: z.array(ModelNotice),
    /** Run not finished: no p is given. */
    provisional: z.boolean(),
    rehearsal: z.boolean(),
    caveat: z.string(),
  })
  .meta({ id: 'Regression' })
export type Regression = z.infer<typeof Regression>
