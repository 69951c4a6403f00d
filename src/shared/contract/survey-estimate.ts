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
    /** `small`: under 30 effective n. `suppressed`: too few to show. */
    size: z.enum(['ok', 'small', 'suppressed']),
  })
  .meta({ id: 'Estimate' })
export type Estimate = z.infer<typeof Estimate>
