import { z } from 'zod'
import { ConsistencyIssue } from './consistency.ts'
import { EntryId, SessionId, Timestamp, TurnId } from './ids.ts'

/** What an exchange left behind in the persona's memory. */
export const Consolidation = z
  .object({
    /**
     * `add`: something new became a memory. `reinforce`: it is in one already. `flag`: it
     * contradicts the timeline and was not stored. `ignore`: nothing about the persona.
     */
    action: z.enum(['add', 'reinforce', 'flag', 'ignore']),
    /** The memory added or reinforced; null otherwise. */
    entryId: EntryId.nullable(),
    /** One sentence. */
    reason: z.string(),
    decidedBy: z.enum(['rules', 'model']),
    /** What it contradicts; only with `flag`. */
    issues: z.array(ConsistencyIssue),
  })
  .meta({ id: 'Consolidation' })
export type Consolidation = z.infer<typeof Consolidation>

export const ConsolidationRecord = Consolidation.extend({
  turnId: TurnId,
  sessionId: SessionId,
  createdAt: Timestamp,
}).meta({ id: 'ConsolidationRecord' })
export type ConsolidationRecord = z.infer<typeof ConsolidationRecord>

/** GET /personas/:id/consolidations, newest first. */
export const ConsolidationList = z.object({
  consolidations: z.array(ConsolidationRecord),
  nextCursor: z.string().nullable(),
})
