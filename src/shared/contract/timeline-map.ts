import { z } from 'zod'
import { EntryId } from './ids.ts'
import { MemoryType, EntrySource } from './timeline.ts'

/**
 * GET /personas/:id/timeline/map: the whole timeline in columns, in sequence, for a picture of it.
 * Every array has one value per entry; 10,000 entries are about 1.5 MB.
 */
export const TimelineMap = z
  .object({
    ids: z.array(EntryId),
    sequences: z.array(z.number().int()),
    /** Milliseconds since the Unix epoch. */
    eventAt: z.array(z.number().int()),
    knownAt: z.array(z.number().int()),
    labels: z.array(z.string()),
    types: z.array(MemoryType),
    sources: z.array(EntrySource),
    strengths: z.array(z.number()),
    /** As the forgetting setting has it at `asOf`, or now. */
    effectiveStrengths: z.array(z.number()),
    /** Index of the entry that this one replaces; −1 where it replaces none. */
    supersedes: z.array(z.number().int()),
    /** Index of the entry that replaced it; −1 while it stands. */
    supersededBy: z.array(z.number().int()),
  })
  .meta({ id: 'TimelineMap' })
export type TimelineMap = z.infer<typeof TimelineMap>
export const TimelineMapAnswer = z.object({ map: TimelineMap })

export const TimelineMapQuery = z.object({
  /** Entries that do not exist then are left out; what is replaced later still stands. */
  asOf: z.iso.datetime({ offset: true }).optional(),
})

/** GET /personas/:id/timeline/matches: the entries that contain every word of `q` in any field. */
export const TimelineMatchesQuery = z.object({ q: z.string().trim().min(1).max(200) })
export const TimelineMatchesAnswer = z
  .object({ entryIds: z.array(EntryId) })
  .meta({ id: 'TimelineMatches' })
