import type { EntryId } from '../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { findEntry, findVisible } from './memory.repo.ts'
import { recall, type RecallDeps } from './recall.ts'
import type { TimelineOwner } from './timeline.ts'

const ENOUGH = 8

/**
 * Memories that a text may be about, likeliest first, shut ones included: for the workbench to
 * compare with, never for a prompt.
 *
 * @param asOf  milliseconds: nothing dated later exists; null: everything does
 */
export async function findMemories(
  deps: RecallDeps,
  owner: TimelineOwner,
  { text, asOf }: { readonly text: string; readonly asOf: number | null },
  signal?: AbortSignal,
): Promise<TimelineEntry[]> {
  const { tenantId, personaId } = owner
  const found = await recall(
    deps,
    { tenantId, personaId, query: text, k: ENOUGH, ...(asOf !== null && { asOf }) },
    signal,
  )
  const ids = [...found.recalled, ...found.cut]
    .sort((a, b) => b.score - a.score)
    .map(({ entryId }) => entryId)
  const entries = await findVisible(deps.db, owner, { asOf, maxSequence: null }, ids)
  return ids.flatMap((id) => entries.get(id) ?? [])
}

/** Those of the entries that there are, superseded ones too, in the order given. */
export async function findEntries(
  db: ReadDb,
  owner: TimelineOwner,
  entryIds: readonly EntryId[],
): Promise<TimelineEntry[]> {
  const found = await Promise.all(entryIds.map((id) => findEntry(db, owner, id)))
  return found.filter((entry) => entry !== undefined)
}
