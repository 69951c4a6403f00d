import { setImmediate as nextTurn } from 'node:timers/promises'
import { HASHING_DIMENSIONS, hashingEmbedding } from '../domain/text/hashing-embedding.ts'
import type { EmbeddingModel } from './embedding-model.ts'

/** Names the built-in model's vectors. */
export const OFFLINE_EMBEDDING = 'offline-words-256-v3'

/** Characters computed between two turns of the event loop: about 5 ms. */
const CHARACTERS_PER_TURN = 20_000
/** Texts whose vectors are kept: a study asks everybody the same few questions. */
const MOST_KEPT = 256

/** Built in: no network, no download, the same vectors on every machine. */
export function createOfflineEmbedding(): EmbeddingModel {
  const kept = new Map<string, Float32Array>()

  function vectorOf(text: string): Float32Array {
    const known = kept.get(text)
    if (known) return known.slice()
    const vector = hashingEmbedding(text)
    kept.set(text, vector.slice())
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return vector
  }

  async function embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = []
    let characters = 0
    for (const text of texts) {
      signal?.throwIfAborted()
      vectors.push(vectorOf(text))
      characters += text.length
      if (characters < CHARACTERS_PER_TURN) continue
      characters = 0
      await nextTurn()
    }
    return vectors
  }

  return { id: OFFLINE_EMBEDDING, dimensions: HASHING_DIMENSIONS, embed }
}
