import { setImmediate as nextTurn } from 'node:timers/promises'
import { HASHING_DIMENSIONS, hashingEmbedding } from '../domain/text/hashing-embedding.ts'
import { createRecent } from '../recent.ts'
import type { EmbeddingModel } from './embedding-model.ts'

/** Names the built-in model's vectors. */
export const OFFLINE_EMBEDDING = 'offline-words-256-v3'

/** Characters computed between two turns of the event loop: about 5 ms. */
const CHARACTERS_PER_TURN = 20_000
/** Texts whose vectors are kept: a study asks everybody the same few questions. */
const MOST_KEPT = 256

/** Built in: no network, no download, the same vectors on every machine. */
export function createOfflineEmbedding(): EmbeddingModel {
  const kept = createRecent<string, Float32Array>(MOST_KEPT)

  function vectorOf(text: string): Float32Array {
    const vector = kept.get(text) ?? kept.keep(text, hashingEmbedding(text))
    return vector.slice()
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
