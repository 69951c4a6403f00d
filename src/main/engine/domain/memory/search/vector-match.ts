import { dotQuantised } from '../../vectors/quantise.ts'
import type { PersonaIndex } from './persona-index.ts'

export type VectorMatch = {
  /** By row; −2 where the row has no vector that can be compared. */
  readonly cosines: Float32Array
  /** Over the rows that have one. */
  readonly mean: number
  readonly deviation: number
}

export const NO_COSINE = -2

/** @param vector  unit length; null: nothing to compare */
export function matchVectors(
  index: PersonaIndex,
  vector: Float32Array | null,
  rows: Uint32Array,
): VectorMatch {
  const cosines = new Float32Array(index.size).fill(NO_COSINE)
  if (vector === null || vector.length !== index.dimensions) {
    return { cosines, mean: 0, deviation: 0 }
  }
  let count = 0
  let sum = 0
  let squares = 0
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    const scale = index.scales[row]!
    if (scale === 0) continue
    const cosine = scale * dotQuantised(vector, index.vectors, row * index.dimensions)
    cosines[row] = cosine
    count += 1
    sum += cosine
    squares += cosine * cosine
  }
  const mean = count === 0 ? 0 : sum / count
  const variance = count === 0 ? 0 : Math.max(0, squares / count - mean * mean)
  return { cosines, mean, deviation: Math.sqrt(variance) }
}
