import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { relaxedTransaction } from '../db/relaxed.ts'
import type { WriteDb } from '../db/schema.ts'
import { insertPrepared, toNewEntry, type PreparedEntries } from './append-entries.ts'
import { insertDerived, insertEntryRows, takeSequences } from './append.repo.ts'
import { claimRows, deleteBatch, discardBatch, listBatches } from './batch.repo.ts'

/** Entries written between two turns of the event loop: about 3 ms. */
const CHUNK = 100

type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

/**
 * Appends to one timeline, all or none, however many there are. What takes long is committed chunk by
 * chunk, where nobody looks before the entries are there; they come at once, at the end. A process
 * that dies on the way leaves no entry, and rows that `discardUnfinished` drops.
 *
 * @param now  milliseconds; becomes `createdAt`
 * @throws EngineError `not_found` when the persona is not there
 */
export async function appendInChunks(
  db: WriteDb,
  owner: Owner,
  prepared: PreparedEntries,
  now: number,
): Promise<TimelineEntry[]> {
  if (prepared.length <= CHUNK) {
    return db.transaction().execute((trx) => insertPrepared(trx, prepared, now))
  }
  const batch = await claimRows(db, owner, prepared.length, now)
  try {
    const rows = prepared.map((entry, i) => ({
      ...toNewEntry(entry, now),
      row: batch.firstRow + i,
      personaRow: batch.personaRow,
    }))
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK)
      await relaxedTransaction(db, (trx) => insertDerived(trx, chunk))
      await nextTurn()
    }
    return await db.transaction().execute(async (trx) => {
      const places = await takeSequences(trx, rows)
      const entries: TimelineEntry[] = []
      for (let start = 0; start < rows.length; start += CHUNK) {
        const chunk = rows.slice(start, start + CHUNK)
        const placed = chunk.map((row, i) => ({ ...row, ...places[start + i]! }))
        entries.push(...(await insertEntryRows(trx, placed, now)))
        await nextTurn()
      }
      await deleteBatch(trx, batch.id)
      return entries
    })
  } catch (error) {
    await discardBatch(db, batch)
    throw error
  }
}

/**
 * Drops what appends left behind that were cut off by the end of their process. Before anything is
 * written, and by the owner of the workspace only: a running append's rows look the same.
 *
 * @returns how many there were
 */
export async function discardUnfinished(db: WriteDb): Promise<number> {
  const batches = await listBatches(db)
  for (const batch of batches) await discardBatch(db, batch)
  return batches.length
}
