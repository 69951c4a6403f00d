import { setImmediate } from 'node:timers/promises'
import type { EntryId } from '../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { isVisible, listEntries } from './memory.repo.ts'
import type { TimelineOwner } from './timeline.ts'

/** Rows read and parsed between two turns of the event loop: a few milliseconds. */
const BATCH = 100

/** A whole timeline in sequence, superseded entries included, with the event loop free in between. */
export async function* readTimeline(
  db: ReadDb,
  owner: TimelineOwner,
  { after = 0, through = Infinity }: { readonly after?: number; readonly through?: number } = {},
): AsyncGenerator<TimelineEntry[], void, undefined> {
  let last = after
  while (last < through) {
    const filter = { limit: BATCH, includeSuperseded: 'true' as const, type: undefined }
    const found = await listEntries(db, owner, { ...filter, after: last })
    const entries = found.filter(({ sequence }) => sequence <= through)
    if (entries.length > 0) yield entries
    if (entries.length < BATCH) return
    last = entries.at(-1)!.sequence
    await setImmediate()
  }
}

/** What exists at an instant. @param asOf  milliseconds */
export async function listVisibleIds(
  db: ReadDb,
  { tenantId, personaId }: TimelineOwner,
  asOf: number,
): Promise<ReadonlySet<EntryId>> {
  const rows = await db
    .selectFrom('timeline_entry as e')
    .select('e.id')
    .where('e.persona_id', '=', personaId)
    .where('e.tenant_id', '=', tenantId)
    .where(isVisible({ asOf, maxSequence: null }))
    .execute()
  return new Set(rows.map(({ id }) => id as EntryId))
}
