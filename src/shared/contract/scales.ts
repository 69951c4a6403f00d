import { z } from 'zod'
import { Estimate, QuestionEvidence } from './evidence.ts'
import { TenantId } from './ids.ts'
import { questionId } from './questions.ts'
import { SegmentField } from './segment-field.ts'

export const ScaleItem = z.strictObject({
  /** likert, numeric, nps, or a row of a matrix. */
  questionId,
  /** The row of a matrix. */
  row: z.string().max(300).optional(),
  /** Whether a high answer means little of what is measured. */
  reverse: z.boolean().default(false),
})
export type ScaleItem = z.infer<typeof ScaleItem>

export const ScaleRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    name: z.string().trim().min(1).max(100).default('Scale'),
    items: z.array(ScaleItem).min(2).max(40),
    /** Answers that a score needs at least; default: half the items, rounded up. */
    minAnswered: z.number().int().min(1).optional(),
    /** A field of the persona to cut by, besides cohorts and conditions. */
    segmentBy: SegmentField.optional(),
    /** Nominal coverage of the intervals of α and ω. */
    level: z.number().min(0.5).max(0.999).default(0.95),
    /** Whether to give the score of every interview. */
    withScores: z.boolean().default(false),
  })
  .meta({ id: 'ScaleRequest' })
export type ScaleRequest = z.infer<typeof ScaleRequest>

export const ItemStatistics = z
  .object({
    questionId: z.string(),
    row: z.string().nullable(),
    label: z.string(),
    reverse: z.boolean(),
    /** Valid answers, and their weighted mean and SD as keyed. */
    n: z.number().int(),
    mean: z.number().nullable(),
    sd: z.number().nullable(),
    /** Correlation with the sum of the other items. */
    itemRest: z.number().nullable(),
    /** α of the other items; null with two. */
    alphaIfDropped: z.number().nullable(),
    /** On the one factor; null with fewer than three items. */
    loading: z.number().nullable(),
    /** `reverse`: it runs against the others as keyed. */
    suggestion: z.enum(['reverse']).nullable(),
  })
  .meta({ id: 'ItemStatistics' })
export type ItemStatistics = z.infer<typeof ItemStatistics>

export const ScaleNotice = z.object({
  code: z.enum([
    'reverse_suggested',
    'rescaled',
    'two_items',
    'no_variance',
    'heywood',
    'low_reliability',
    'unscored',
  ]),
  /** What it is, what it means, what to do: plain words. */
  message: z.string(),
})
export type ScaleNotice = z.infer<typeof ScaleNotice>

export const ScaleEvidence = z
  .object({
    runId: z.string(),
    name: z.string(),
    /** In the order asked for. */
    items: z.array(ItemStatistics),
    /** What a score lies on: the items' own range, or 0–100 where theirs differ. */
    range: z.object({ from: z.number(), to: z.number() }),
    /** Interviews that answered every item: α, ω and correlations rest on them. */
    complete: z.number().int(),
    /** Cronbach (1951), of the sum of the items. */
    alpha: Estimate,
    alphaStandardised: z.number().nullable(),
    /** McDonald (1999), total, from one factor by minimum residuals. */
    omega: Estimate,
    omegaStandardised: z.number().nullable(),
    /** Between the items as keyed: shape [items][items]. */
    correlations: z.array(z.array(z.number().nullable())),
    minAnswered: z.number().int(),
    /** Mean of the answered items, estimated like a numeric answer. */
    scores: QuestionEvidence,
    /** Of every interview that has a score; null unless asked for. */
    people: z
      .array(
        z.object({
          taskId: z.string(),
          personaName: z.string(),
          score: z.number(),
          answered: z.number().int(),
        }),
      )
      .nullable(),
    notices: z.array(ScaleNotice),
    /** Run not finished: no p is given. */
    provisional: z.boolean(),
    rehearsal: z.boolean(),
    caveat: z.string(),
  })
  .meta({ id: 'ScaleEvidence' })
export type ScaleEvidence = z.infer<typeof ScaleEvidence>
