import { availableParallelism } from 'node:os'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import { OFFLINE_EMBEDDING } from '../models/offline-embedding.ts'
import { startWorkThread } from '../workers/work-thread.ts'
import {
  preparePersonas,
  type PersonasToPrepare,
  type PreparedPersonas,
} from './prepare-personas.ts'

/** From this many chunks on threads are worth starting. */
const CHUNKS_FOR_THREADS = 5
/** Storing keeps the engine's own thread busy half of the time: the rest of two cores is theirs. */
const THREADS = Math.min(2, availableParallelism())
/** Chunks in the hands of each: it is never idle while one is stored. */
const AHEAD = 2

type Preparing = {
  readonly embedding: EmbeddingModel
  readonly signal?: AbortSignal | undefined
}

/**
 * Chunks of personas, prepared in their order. Many are made in threads of their own while those
 * before them are stored; few, and those that a remote model embeds, here.
 */
export async function* preparedChunks(
  { embedding, signal }: Preparing,
  chunks: readonly PersonasToPrepare[],
): AsyncGenerator<PreparedPersonas, void, undefined> {
  if (chunks.length < CHUNKS_FOR_THREADS || embedding.id !== OFFLINE_EMBEDDING)
    for (const chunk of chunks) yield await preparePersonas(embedding, chunk, signal)
  else yield* inThreads(chunks, signal)
}

async function* inThreads(
  chunks: readonly PersonasToPrepare[],
  signal: AbortSignal | undefined,
): AsyncGenerator<PreparedPersonas, void, undefined> {
  const threads = Array.from({ length: THREADS }, () =>
    startWorkThread<PersonasToPrepare, PreparedPersonas>(import.meta.url, 'personas'),
  )
  try {
    const asked: Promise<PreparedPersonas>[] = []
    for (let next = 0; next < chunks.length || asked.length > 0;) {
      signal?.throwIfAborted()
      while (next < chunks.length && asked.length < AHEAD * THREADS) {
        const prepared = threads[next % THREADS]!.ask(chunks[next]!)
        next += 1
        // Told where it is waited for; until then nobody listens.
        prepared.catch(() => {})
        asked.push(prepared)
      }
      yield await asked.shift()!
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}
