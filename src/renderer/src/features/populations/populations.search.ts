import { z } from 'zod'

const version = z.number().int().min(1).optional().catch(undefined)

/** What the address of a population keeps: the part that is looked at, and the versions compared. */
export const PopulationSearch = z.object({
  view: z.enum(['gaps', 'versions', 'coverage']).optional().catch(undefined),
  version,
  /** Absent: the cohorts as they are now. */
  against: version,
})
