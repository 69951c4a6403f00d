import { setImmediate as nextTurn } from 'node:timers/promises'
import { HASHING_DIMENSIONS, hashingEmbedding } from '../domain/text/hashing-embedding.ts'
import type { EmbeddingModel } from './embedding-model.ts'

/** Built in: no network, no download, the same vectors on every machine. */
export function createOfflineEmbedding(): EmbeddingModel {
  return { id: 'offline-words-256-v3', dimensions: HASHING_DIMENSIONS, embed }
}

/** Characters computed between two turns of the event loop: about 5 ms. */
const CHARACTERS_PER_TURN = 20_000

async function embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  let characters = 0
  for (const text of texts) {
    signal?.throwIfAborted()
    vectors.push(hashingEmbedding(text))
    characters += text.length
    if (characters < CHARACTERS_PER_TURN) continue
    characters = 0
    await nextTurn()
  }
  return vectors
}
