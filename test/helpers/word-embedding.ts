import { uniform } from '../../src/main/engine/domain/random.ts'
import type { EmbeddingModel } from '../../src/main/engine/models/embedding-model.ts'

/**
 * Each word adds one of 64 directions, so texts that share words are near each other. Same text,
 * same vector, on every machine.
 */
export const wordEmbedding: EmbeddingModel = {
  id: 'words-64',
  dimensions: 64,
  embed: async (texts) => texts.map(embed),
}

function embed(text: string): Float32Array {
  const vector = new Float32Array(64)
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? ['']) {
    vector[Math.floor(uniform(word) * 64)]! += 1
  }
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

/** The same model, as if it were asked over a network. */
export function slowly(model: EmbeddingModel, delayMs: number): EmbeddingModel {
  return {
    ...model,
    async embed(texts, signal) {
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      signal?.throwIfAborted()
      return model.embed(texts, signal)
    },
  }
}
