import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'
import { nearest } from '../domain/vectors/nearest.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { createRecent } from '../recent.ts'
import { createExactIndex } from './exact-index.ts'
import { isComplete, refill, startIndexer, type Indexer } from './indexer.ts'
import { loadLance, moveAside, openLanceIndex, type LanceIndexOptions } from './lance-index.ts'
import type { VectorHit, VectorIndex, VectorQuery } from './vector-index.ts'
import { findPendingVectors, findTimelineLength } from './vectors.repo.ts'

/** Personas that count as being talked to: those asked last. */
const CONVERSATIONS = 32
/** 8 MB of one persona's vectors: beyond it reading them blocks longer than asking the index. */
const MAX_FLOATS_IN_MEMORY = 2_000_000

export type OpenVectorsDeps = {
  readonly db: WriteDb
  readonly embedding: Pick<EmbeddingModel, 'id' | 'dimensions'>
  /** Folder of the LanceDB index; null compares exactly, from SQLite alone. */
  readonly folder: string | null
  readonly log: (message: string) => void
  /** Personas asked last whose vectors stay in memory; 0: the index is always asked. */
  readonly conversations?: number
  /** How LanceDB is loaded; a test may make it fail. */
  readonly load?: typeof loadLance
}

/** What recall needs: the nearest vectors of one persona, whatever state the index is in. */
export type VectorSearch = { search(query: VectorQuery): Promise<VectorHit[]> }

export type Vectors = VectorSearch &
  Indexer & {
    readonly kind: VectorIndex['kind']
    /** Why the index is not LanceDB although it should be; null when all is well. */
    readonly notice: string | null
  }

/**
 * Opens the index over a workspace's embeddings and keeps it up to date. A folder that is broken is
 * moved aside and filled again from SQLite; nothing about it keeps the workspace from opening.
 */
export async function openVectors(deps: OpenVectorsDeps): Promise<Vectors> {
  const { db, log } = deps
  const model = deps.embedding.id
  const { index, notice } = await openIndex(deps)
  if (notice) log(notice)
  const exact = createExactIndex({ db, model })
  const indexer = startIndexer({ db, index: withInvalidation(index, exact), model, log })
  const isInConversation = createConversations(deps.conversations ?? CONVERSATIONS)

  let repair: Promise<void> | undefined
  function startRepair(): void {
    repair ??= indexer
      .rebuild()
      .catch((error: unknown) => log(`The vector index could not be rebuilt: ${String(error)}`))
      .finally(() => (repair = undefined))
  }

  async function searchIndex(query: VectorQuery): Promise<VectorHit[]> {
    try {
      return await index.search(query)
    } catch (error) {
      // Its files were lost or torn under a running engine: answer from SQLite, then repair.
      log(`The vector index cannot be searched: ${String(error)}`)
      startRepair()
      return exact.search(query)
    }
  }

  return {
    kind: index.kind,
    notice,
    notify: () => indexer.notify(),
    flush: () => indexer.flush(),
    pending: () => indexer.pending(),
    rebuild: () => indexer.rebuild(),
    exclusively: (work) => indexer.exclusively(work),
    async search(query) {
      // Talking to one persona asks it again and again: its vectors then stay in memory.
      const length = await findTimelineLength(db, query.personaId)
      const fits = length * deps.embedding.dimensions <= MAX_FLOATS_IN_MEMORY
      if (isInConversation(query.personaId) && fits) return exact.search(query)
      // Before the index is asked: what leaves the outbox in between is in the index by then.
      const pending = await findPendingVectors(db, model, query)
      const hits = await searchIndex(query)
      if (pending.length === 0) return hits
      const waiting = new Set(pending.map(({ entryId }) => entryId))
      const fresh = nearest(pending, query.vector, query.k, ({ entryId }) => entryId)
      return [
        ...hits.filter(({ entryId }) => !waiting.has(entryId)),
        ...fresh.map(({ item, cosine }) => ({ entryId: item.entryId, cosine })),
      ]
        .sort((a, b) => b.cosine - a.cosine || (a.entryId < b.entryId ? -1 : 1))
        .slice(0, query.k)
    },
    async close() {
      await indexer.close()
      await index.close()
    },
  }
}

/** Whether a persona was asked lately; asking makes it so. */
function createConversations(limit: number): (personaId: PersonaId) => boolean {
  const asked = createRecent<PersonaId, true>(limit)
  return (personaId) => {
    const before = asked.get(personaId) ?? false
    if (!before) asked.keep(personaId, true)
    return before
  }
}

/** What changes in the index is no longer what is in memory. */
function withInvalidation(index: VectorIndex, memory: VectorIndex): VectorIndex {
  return {
    ...index,
    upsert: async (rows) => {
      await memory.upsert(rows)
      await index.upsert(rows)
    },
    remove: async (entryIds) => {
      await memory.remove(entryIds)
      await index.remove(entryIds)
    },
  }
}

type Opened = { readonly index: VectorIndex; readonly notice: string | null }

async function openIndex(deps: OpenVectorsDeps): Promise<Opened> {
  const exact = () => createExactIndex({ db: deps.db, model: deps.embedding.id })
  if (deps.folder === null) return { index: exact(), notice: null }
  try {
    const lancedb = await (deps.load ?? loadLance)()
    const options = { lancedb, folder: deps.folder, model: deps.embedding }
    return { index: await openRepaired(deps, options), notice: null }
  } catch (error) {
    const notice = `LanceDB is not available here, so recall compares exactly: ${String(error)}`
    return { index: exact(), notice }
  }
}

async function openRepaired(
  deps: OpenVectorsDeps,
  options: LanceIndexOptions,
): Promise<VectorIndex> {
  try {
    return await openChecked(deps, options)
  } catch (error) {
    deps.log(`The vector index could not be read and is rebuilt: ${String(error)}`)
    await moveAside(options.folder)
    return openChecked(deps, options)
  }
}

/** An index that holds what SQLite holds, or knows that it has yet to be filled. */
async function openChecked(
  deps: OpenVectorsDeps,
  options: LanceIndexOptions,
): Promise<VectorIndex> {
  const index = await openLanceIndex(options)
  const { db, log } = deps
  const model = deps.embedding.id
  if (!(await isComplete({ db, index, model }))) {
    log('The vector index does not hold what the workspace holds and is rebuilt')
    await refill(db, index, model)
  }
  return index
}
