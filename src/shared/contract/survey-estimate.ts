import { z } from 'zod'

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
    /**
     * `small`: under 30 effective n. `suppressed`: fewer than 5 personas stand behind it, however many
     * answers they gave, so it is not shown.
     */
    size: z.enum(['ok', 'small', 'suppressed']),
    /**
     * Worst case: where the estimate would lie if everybody who refused or was not understood had
     * answered at one end, or at the other (Horowitz & Manski 1995). Absent where nobody did, or
     * the answer has no ends.
     */
    bounds: z.object({ lower: z.number(), upper: z.number() }).optional(),
    /**
     * A wider interval, where few personas carry the weight or, of a difference of shares, few say
     * yes or few say no on either side, and the ordinary one (R's) would hold the truth less often
     * than it says. `carriers`: personas of equal weight who would tell as much of the error.
     */
    cautious: z.object({ lower: z.number(), upper: z.number(), carriers: z.number() }).optional(),
  })
  .meta({ id: 'Estimate' })
export type Estimate = z.infer<typeof Estimate>
