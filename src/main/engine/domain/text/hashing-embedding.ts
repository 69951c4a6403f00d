import { hashText } from './hash-text.ts'
import { stem, tokenize, words } from './tokenize.ts'

/** Length of `hashingEmbedding`'s vectors. */
export const HASHING_DIMENSIONS = 256

/**
 * A text as a unit-length vector by signed feature hashing (Weinberger et al. 2009), shape [256].
 *
 * Features are stemmed words, pairs of neighbouring words, and character 4-grams of the stems, which
 * bring spellings and compounds near; each counts 1 + ln(occurrences). Texts that share no feature
 * are near 0 to each other, with a standard deviation of about 1/√256. The same on every machine.
 */
export function hashingEmbedding(text: string): Float32Array {
  const vector = new Float32Array(HASHING_DIMENSIONS)
  const tokens = contentOf(text)
  addFeatures(vector, unigrams(tokens), weights.word)
  addFeatures(vector, bigrams(tokens), weights.pair)
  addFeatures(vector, characterGrams(tokens), weights.characters)
  normalise(vector)
  return vector
}

// Ours: a shared word outweighs the four or five 4-grams it brings along.
const weights = { word: 1, pair: 0.6, characters: 0.35 }
const GRAM = 4

/** Texts of stop words alone are compared by them; texts without any word are all alike. */
function contentOf(text: string): readonly string[] {
  const tokens = tokenize(text)
  if (tokens.length > 0) return tokens
  const all = words(text).map(stem)
  return all.length > 0 ? all : ['']
}

function addFeatures(vector: Float32Array, counts: ReadonlyMap<number, number>, weight: number) {
  for (const [hash, count] of counts) {
    const sign = hash < 0 ? -1 : 1
    vector[hash & (HASHING_DIMENSIONS - 1)]! += sign * weight * (1 + Math.log(count))
  }
}

function unigrams(tokens: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const token of tokens) count(counts, hashText(token, 0x1b873593))
  return counts
}

function bigrams(tokens: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (let i = 1; i < tokens.length; i++) {
    count(counts, hashText(tokens[i]!, hashText(tokens[i - 1]!, 0x2545f491)))
  }
  return counts
}

function characterGrams(tokens: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const token of tokens) {
    const padded = `^${token}$`
    for (let i = 0; i + GRAM <= padded.length; i++) {
      count(counts, hashText(padded, 0x6c8e9cf5, i, i + GRAM))
    }
  }
  return counts
}

function count(counts: Map<number, number>, hash: number): void {
  counts.set(hash, (counts.get(hash) ?? 0) + 1)
}

function normalise(vector: Float32Array): void {
  let sum = 0
  for (const value of vector) sum += value * value
  // Features can cancel out altogether; a direction is needed all the same.
  if (sum === 0) {
    vector[0] = 1
    return
  }
  const scale = 1 / Math.sqrt(sum)
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale
}
