import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import { relaxedTransaction } from '../db/relaxed.ts'
import type { WriteDb } from '../db/schema.ts'
import { indexedTerms } from '../domain/memory/entry-text.ts'
import { encodeFeatures, entryFeatures } from '../domain/memory/search/features.ts'
import { toFeatureRecord } from './feature-record.ts'
import { findUnfilled, replaceDerived } from './features.repo.ts'
import { toIso } from './instant.ts'

/** Entries computed per transaction: about 10 ms. */
const BATCH = 50

/**
 * Computes what recall and full text search of entries that lack it: those of a workspace written by
 * an earlier version, and those whose text was changed underneath. Recall reads their texts meanwhile.
 *
 * @returns entries filled
 */
export async function fillFeatures(db: WriteDb, signal?: AbortSignal): Promise<number> {
  let filled = 0
  for (;;) {
    signal?.throwIfAborted()
    const entries = await findUnfilled(db, BATCH)
    if (entries.length === 0) return filled
    await relaxedTransaction(db, async (trx) => {
      for (const { personaRow, row, personaId, eventAt, knownAt, ...entry } of entries) {
        const at = toIso(eventAt)
        const features = encodeFeatures(entryFeatures(entry, at))
        await replaceDerived(trx, {
          personaRow,
          row,
          personaId: personaId as PersonaId,
          text: indexedTerms(entry, at).join(' '),
          record: toFeatureRecord({ ...entry, eventAt, knownAt }, features),
        })
      }
    })
    filled += entries.length
    await nextTurn()
  }
}
