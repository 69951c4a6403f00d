import { z } from 'zod'
import { Estimate } from './survey-estimate.ts'

/** An option, or a level of a conjoint's attribute, in a model of choices. */
export const ChoiceItem = z
  .object({
    /** As written in the skill; of a level "attribute: level". */
    name: z.string(),
    /** The same to read. */
    label: z.string(),
    /** The attribute of a level, else null. */
    group: z.string().nullable(),
    /** Log odds against the average of its group: above 0 is wanted more than average. */
    utility: Estimate,
    /**
     * rank and maxdiff: probability that it is taken out of all options (0–1, summing to 1): its
     * worth. Null for levels.
     */
    share: Estimate.nullable(),
    /**
     * rank: Borda score, the mean number of options placed after it; options without a place share
     * the places left. Null for the others.
     */
    borda: Estimate.nullable(),
    /** Why its numbers are held in by a ridge; null where the answers alone place it. */
    separated: z.enum(['always preferred', 'never preferred', 'never compared']).nullable(),
  })
  .meta({ id: 'ChoiceItem' })
export type ChoiceItem = z.infer<typeof ChoiceItem>

/** What rankings, best–worst sets or choices between offers come to in a model of choice. */
export const ChoiceModel = z
  .object({
    kind: z.literal('choice'),
    /**
     * `plackett-luce`: rankings as choices of the next best. `best-worst`: the best of a set, then
     * the worst of the rest. `conditional-logit`: offers as sums of their levels.
     */
    method: z.enum(['plackett-luce', 'best-worst', 'conditional-logit']),
    /** The method in words, with its sources. */
    methodText: z.string(),
    /** In the order of the skill. */
    items: z.array(ChoiceItem),
    /** Attributes: the range of their utilities by the sum of all ranges (0–1, summing to 1). */
    importances: z.array(z.object({ name: z.string(), label: z.string(), estimate: Estimate })),
    /** Log odds of choosing none against an average offer; null where nobody did or could. */
    none: Estimate.nullable(),
    /** maxdiff: how often two options were shown together, over all sets; null for the others. */
    pairsShown: z
      .object({ fewest: z.number().int(), mean: z.number(), most: z.number().int() })
      .nullable(),
    /** A ridge keeps the estimates finite, since some answers all fall alike. */
    regularised: z.boolean(),
    /** What to know before using it: plain words. */
    warnings: z.array(z.string()),
    sentence: z.string(),
  })
  .meta({ id: 'ChoiceModel' })
export type ChoiceModel = z.infer<typeof ChoiceModel>

/** Gabor–Granger: what would be earned at each price asked about. Prices in the question's unit. */
export const PriceModel = z
  .object({
    kind: z.literal('price'),
    method: z.literal('gabor-granger'),
    methodText: z.string(),
    /** Median of the highest price each accepts, 0 for none. */
    highestAccepted: Estimate,
    /** Share that accepts no price asked about. */
    acceptsNone: Estimate,
    prices: z.array(
      z.object({
        price: z.number(),
        /** Price × share that accepts it: per person asked. */
        revenue: Estimate,
        /** Share of the resamples in which this price earns most. */
        bestInResamples: z.number(),
      }),
    ),
    /** The price asked about that earns most; null if none is accepted. */
    best: z
      .object({
        price: z.number(),
        /** Where 95 % of the resamples of personas put it. */
        lower: z.number(),
        upper: z.number(),
        revenue: Estimate,
        /** At an end of the prices asked about the true best one may lie beyond. */
        end: z.enum(['lowest', 'highest']).nullable(),
      })
      .nullable(),
    resamples: z.number().int(),
    /** Yes to a price and no to a lower one; null where the ladder cannot show it. */
    nonMonotone: z
      .object({
        share: Estimate,
        answers: z.number().int(),
        /** The first of them. */
        taskIds: z.array(z.string()),
      })
      .nullable(),
    /** The price each was asked about first, which is drawn at random. */
    start: z.object({
      counts: z.array(z.object({ price: z.number(), n: z.number().int() })),
      /** Of counts this uneven, were the draw even (χ²); null with too few or in an unfinished run. */
      p: z.number().nullable(),
      /** Highest price accepted, started in the upper half of the ladder less in the lower half. */
      pull: Estimate.nullable(),
    }),
    warnings: z.array(z.string()),
    sentence: z.string(),
  })
  .meta({ id: 'PriceModel' })
export type PriceModel = z.infer<typeof PriceModel>

export const EvidenceModel = z.discriminatedUnion('kind', [ChoiceModel, PriceModel])
export type EvidenceModel = z.infer<typeof EvidenceModel>
