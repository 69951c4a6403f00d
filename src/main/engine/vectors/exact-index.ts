import type { ReadDb } from '../db/schema.ts'
import { nearest } from '../domain/vectors/nearest.ts'
import { createRecent } from '../recent.ts'
import { countVectors } from './embedding-models.ts'
import type { VectorIndex, VectorQuery } from './vector-index.ts'
import { findPersonaVectors, findTimelineLength, type StoredVector } from './vectors.repo.ts'

/** Personas whose vectors stay in memory. */
const CACHED_PERSONAS = 32

type Cached = { readonly timelineLength: number; readonly vectors: readonly StoredVector[] }

/**
 * Compares with every vector of the persona, straight from the blobs in SQLite: nothing to fill, to
 * lag behind or to break. Serves where LanceDB cannot be loaded, and while it is out of order.
 */
export function createExactIndex(deps: { db: ReadDb; model: string }): VectorIndex {
  const cache = createRecent<string, Cached>(CACHED_PERSONAS)

  async function vectorsOf(query: VectorQuery) {
    const timelineLength = await findTimelineLength(deps.db, query.personaId)
    const key = cacheKey(query)
    const cached = cache.get(key)
    const vectors =
      cached?.timelineLength === timelineLength
        ? cached.vectors
        : await findPersonaVectors(deps.db, deps.model, query)
    return cache.keep(key, { timelineLength, vectors }).vectors
  }

  return {
    kind: 'exact',
    upsert: async (rows) => rows.forEach((row) => cache.delete(cacheKey(row))),
    remove: async () => cache.clear(),
    search: async (query) =>
      nearest(await vectorsOf(query), query.vector, query.k, ({ entryId }) => entryId).map(
        ({ item, cosine }) => ({ entryId: item.entryId, cosine }),
      ),
    count: () => countVectors(deps.db, deps.model),
    // It reads the truth itself, so that there is nothing of its own to look at.
    async *scan() {},
    dropOthers: async () => 0,
    clear: async () => cache.clear(),
    // There are no fragments to merge and no files to close.
    compact: async () => {},
    close: async () => cache.clear(),
  }
}

function cacheKey({ tenantId, personaId }: Pick<VectorQuery, 'tenantId' | 'personaId'>): string {
  return `${tenantId} ${personaId}`
}
