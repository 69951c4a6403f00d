import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { WriteDb } from '../db/schema.ts'
import { insertPrepared, type PreparedEntries } from './append-entries.ts'

/** Entries inserted between two turns of the event loop: about 10 ms. */
const INSERTS_PER_TURN = 64

/** Inserts prepared entries inside the caller's transaction, a few between two turns. */
export async function insertInTurns(
  trx: WriteDb,
  prepared: PreparedEntries,
  now: number,
): Promise<TimelineEntry[]> {
  const inserted: TimelineEntry[] = []
  for (let start = 0; start < prepared.length; start += INSERTS_PER_TURN) {
    if (start > 0) await nextTurn()
    const batch = prepared.slice(start, start + INSERTS_PER_TURN)
    inserted.push(...(await insertPrepared(trx, batch, now)))
  }
  return inserted
}
