import { setImmediate } from 'node:timers/promises'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { FileMemory } from '../../../shared/contract/study-file.ts'
import { NewTimelineEntry } from '../../../shared/contract/timeline.ts'
import type { WriteDb } from '../db/schema.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import {
  insertPrepared,
  prepareEntries,
  type PreparedEntries,
  type PreparedEntry,
} from './append-entries.ts'
import { markSuperseded } from './memory.repo.ts'

/** Entries inserted between two turns of the event loop: about 5 ms. */
const PER_TURN = 64

type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

/** Texts of a whole timeline embedded, before the transaction that stores it. */
export function prepareMemories(
  deps: { readonly embedding: EmbeddingModel },
  owner: Owner,
  { memories, signal }: { memories: readonly FileMemory[]; signal?: AbortSignal | undefined },
): Promise<PreparedEntries> {
  const items = memories.map(({ source, ...memory }) => ({
    ...owner,
    entries: [NewTimelineEntry.strip().parse(memory)],
    source,
  }))
  return prepareEntries(deps, items, signal)
}

/**
 * Puts a timeline back on a persona that has none, revisions included, inside the caller's
 * transaction.
 *
 * @param prepared  of `memories`, in the same order
 */
export async function restoreMemories(
  trx: WriteDb,
  owner: Owner,
  {
    memories,
    prepared,
    now,
  }: { memories: readonly FileMemory[]; prepared: PreparedEntries; now: number },
): Promise<void> {
  const ids: EntryId[] = []
  let waiting: PreparedEntry[] = []
  const flush = async () => {
    if (waiting.length > 0)
      ids.push(...(await insertPrepared(trx, waiting, now)).map(({ id }) => id))
    waiting = []
    await setImmediate()
  }
  for (const [i, { supersedes }] of memories.entries()) {
    // A revision names its predecessor by an id, which exists once that one is stored.
    if (supersedes || waiting.length === PER_TURN) await flush()
    const entryId = supersedes && ids[supersedes.memory - 1]!
    waiting.push({ ...prepared[i]!, supersedes: entryId ?? null })
    if (!supersedes || !entryId) continue
    await flush()
    await markSuperseded(trx, owner, { entryId, by: ids.at(-1)!, reason: supersedes.reason })
  }
  await flush()
}
