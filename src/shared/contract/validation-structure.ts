import { z } from 'zod'

/** A slope or a correlation with its interval. */
const Interval = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() })

/** One difference between two groups, of people and of personas. */
export const SegmentContrast = z.object({
  questionId: z.string(),
  /** The segment of the survey, the field of personas. */
  itemId: z.string(),
  field: z.string(),
  /** b minus a. */
  a: z.string(),
  b: z.string(),
  /** `mean` in standard deviations of the people; else the answer whose share it is. */
  measure: z.string(),
  isShare: z.boolean(),
  people: Interval.extend({ n: z.number() }),
  personas: Interval.extend({ n: z.number() }),
})
export type SegmentContrast = z.infer<typeof SegmentContrast>

/** Differences between groups: whether personas make as much of them as people do. */
export const SegmentStructure = z
  .object({
    contrasts: z.array(SegmentContrast),
    /**
     * Of the personas' differences on the people's, through the origin and corrected for the error in
     * the latter (Fuller 1987); interval by bootstrap over items. Above 1 is stereotyping. Null with
     * the reason in `sentence`.
     */
    slope: Interval.extend({ items: z.number().int(), contrasts: z.number().int() }).nullable(),
    /** `reversed`: personas differ the other way round. */
    verdict: z.enum([
      'stereotyped',
      'flattened',
      'reversed',
      'in proportion',
      'inconclusive',
      'not measured',
    ]),
    sentence: z.string(),
  })
  .meta({ id: 'SegmentStructure' })
export type SegmentStructure = z.infer<typeof SegmentStructure>

/** How items go together, of people and of personas. */
export const CorrelationStructure = z
  .object({
    items: z.array(z.string()),
    /** Upper triangle, row by row. */
    pairs: z.array(
      z.object({ a: z.string(), b: z.string(), people: z.number(), personas: z.number() }),
    ),
    /** Pearson's r between the two sets of correlations. */
    agreement: z.number().nullable(),
    /** Of the personas' correlations on the people's, as `SegmentStructure.slope`. */
    slope: Interval.nullable(),
    /** Mean difference of Fisher's z, personas minus people. */
    fisherZ: z.number(),
    /** Root mean square difference, and what chance alone does at these sizes. */
    rms: z.number(),
    floor: z.object({ mean: z.number(), p95: z.number() }),
    p: z.number(),
    n: z.object({ people: z.number(), personas: z.number() }),
    sentence: z.string(),
  })
  .meta({ id: 'CorrelationStructure' })
export type CorrelationStructure = z.infer<typeof CorrelationStructure>
