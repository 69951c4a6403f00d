import { relaxedTransaction } from '../db/relaxed.ts'
import type { WriteDb } from '../db/schema.ts'
import { countVectors } from './embedding-models.ts'
import type { VectorIndex } from './vector-index.ts'
import {
  countOutbox,
  countOutboxEntries,
  deleteOutbox,
  findOutbox,
  findVectorRows,
  refillOutbox,
} from './vectors.repo.ts'

const BATCH = 500
/** How often the outbox is looked at when nobody has said that something changed, ms. */
const POLL_MS = 500
/** Quiet time after the last write before small fragments are merged, ms. */
const IDLE_MS = 2_000
/** Batches written since the last compaction that make another worth its while. */
const COMPACT_AFTER = 8
const MAX_BACKOFF_MS = 60_000

export type IndexerDeps = {
  readonly db: WriteDb
  readonly index: VectorIndex
  /** Id of the embedding model the index belongs to. */
  readonly model: string
  readonly log: (message: string) => void
}

export type Indexer = {
  /** Something was committed: look soon. */
  notify(): void
  /** Resolves when nothing waits. @throws what the index threw */
  flush(): Promise<void>
  /** Changes that the index does not have yet. */
  pending(): Promise<number>
  /** Drops the index's rows and fills it again from SQLite. */
  rebuild(): Promise<void>
  /** Does something with the index while nothing else is written to it. */
  exclusively<T>(work: (index: VectorIndex) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Moves what the outbox holds into the index, in batches, for as long as the workspace is open. */
export function startIndexer({ db, index, model, log }: IndexerDeps): Indexer {
  const stop = new AbortController()
  let failures = 0
  let batchesSinceCompaction = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function drain(): Promise<void> {
    while (!stop.signal.aborted && (await drainBatch(db, index, model))) batchesSinceCompaction += 1
  }

  /** One thing at a time: drains, rebuilds and compactions never overlap. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = running.then(work)
    running = result.then(
      () => {},
      () => {},
    )
    return result
  }

  function schedule(delayMs: number): void {
    if (stop.signal.aborted) return
    clearTimeout(timer)
    timer = setTimeout(() => void enqueue(tick), delayMs)
    timer.unref()
  }

  async function tick(): Promise<void> {
    if (stop.signal.aborted) return
    try {
      const before = batchesSinceCompaction
      await drain()
      failures = 0
      const quiet = batchesSinceCompaction === before
      if (quiet && batchesSinceCompaction >= COMPACT_AFTER) {
        await index.compact()
        batchesSinceCompaction = 0
      }
      const compactionIsDue = batchesSinceCompaction >= COMPACT_AFTER
      schedule(compactionIsDue ? IDLE_MS : POLL_MS)
    } catch (error) {
      await recover(error)
    }
  }

  /** Recall goes on from SQLite meanwhile: an index that fails costs speed, not answers. */
  async function recover(error: unknown): Promise<void> {
    failures += 1
    log(`The vector index failed and is rebuilt from the workspace: ${reasonOf(error)}`)
    try {
      await refill(db, index, model)
    } catch (again) {
      log(`The vector index could not be rebuilt: ${reasonOf(again)}`)
    }
    schedule(Math.min(POLL_MS * 2 ** failures, MAX_BACKOFF_MS))
  }

  schedule(0)

  return {
    notify: () => schedule(0),
    flush: () => enqueue(drain),
    pending: () => countOutbox(db),
    rebuild: () => enqueue(() => refill(db, index, model)),
    exclusively: (work) => enqueue(() => work(index)),
    close: async () => {
      stop.abort()
      clearTimeout(timer)
      await running
    },
  }
}

/**
 * Whether the index holds what it should, by counting. Counts are enough: entries never change, and
 * what changes about them waits in the outbox.
 */
export async function isComplete(deps: Omit<IndexerDeps, 'log'>): Promise<boolean> {
  const [indexed, stored, waiting] = [
    await deps.index.count(),
    await countVectors(deps.db, deps.model),
    await countOutboxEntries(deps.db),
  ]
  // What waits may be in the index already: a kill comes between writing it and forgetting it.
  return indexed <= stored && indexed >= stored - waiting
}

/** From the outbox: until the index has caught up, recall reads those vectors from SQLite. */
export async function refill(db: WriteDb, index: VectorIndex, model: string): Promise<void> {
  await refillOutbox(db, model)
  await index.clear()
}

async function drainBatch(db: WriteDb, index: VectorIndex, model: string): Promise<boolean> {
  const items = await findOutbox(db, BATCH)
  if (items.length === 0) return false
  const entryIds = [...new Set(items.map(({ entryId }) => entryId))]
  const rows = await findVectorRows(db, model, entryIds)
  const present = new Set(rows.map(({ entryId }) => entryId))
  await index.upsert(rows)
  await index.remove(entryIds.filter((entryId) => !present.has(entryId)))
  // Done again from the start if it is lost: the index takes the same rows twice.
  await relaxedTransaction(db, (trx) => deleteOutbox(trx, items.at(-1)!.seq))
  return true
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
