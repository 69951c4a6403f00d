import { z } from 'zod'

/** What the address of a cohort keeps: the part that is looked at. */
export const CohortSearch = z.object({
  view: z.enum(['history', 'separation']).optional().catch(undefined),
})
