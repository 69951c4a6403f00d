import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WriteDb } from '../db/schema.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { entryText } from '../domain/memory/entry-text.ts'
import {
  countMissingEmbeddings,
  findMissingEmbeddings,
  insertEmbeddings,
} from './embedding.repo.ts'

/** Texts embedded per transaction. */
const BATCH = 64

export type EmbedMissingDeps = {
  readonly db: WriteDb
  readonly embedding: EmbeddingModel
  /** Told when something was committed that the index should have. */
  readonly vectors: { notify(): void }
}

/**
 * Embeds what the current model has not embedded yet: after another model was chosen, or where an
 * earlier pass was cut short. Recall goes on by words meanwhile. Costs two counts when all is done.
 *
 * @returns entries embedded
 */
export async function embedMissing(deps: EmbedMissingDeps, signal?: AbortSignal): Promise<number> {
  const { db, embedding } = deps
  let embedded = 0
  let after = 0
  let missing = await countMissingEmbeddings(db, embedding.id)
  while (missing > 0) {
    signal?.throwIfAborted()
    const page = await findMissingEmbeddings(db, embedding.id, after, BATCH)
    if (page.scannedTo === null) break
    after = page.scannedTo
    missing -= page.entries.length
    if (page.entries.length > 0) {
      const vectors = await embedding.embed(page.entries.map(entryText), signal)
      const rows = page.entries.map((entry, i) => ({ ...entry, vector: vectors[i]! }))
      await db.transaction().execute((trx) => insertEmbeddings(trx, embedding.id, rows))
      embedded += rows.length
      deps.vectors.notify()
    }
    await nextTurn()
  }
  return embedded
}
