import { stopWords } from '../stop-words.ts'
import { stem } from '../tokenize.ts'
import {
  dimensions,
  neighbourBytes,
  neighboursListed,
  similarityBytes,
  vectorBytes,
  wordList,
} from './table.ts'

/** Length of `meaningOf`'s vectors. */
export const MEANING_DIMENSIONS = dimensions

type Table = {
  readonly words: readonly string[]
  readonly places: ReadonlyMap<string, number>
  /** Int8, [words, dimensions]. */
  readonly vectors: Int8Array
  /** By word: what its vector is multiplied by to be of unit length. */
  readonly scales: Float32Array
  readonly neighbours: Uint16Array
  readonly similarities: Uint8Array
}

let table: Table | undefined

/** Decoded when first asked for: a command that recalls nothing need not wait for it. */
function opened(): Table {
  return (table ??= decode())
}

function decode(): Table {
  const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
  const words = wordList.split(' ')
  const vectors = new Int8Array(bytes(vectorBytes).buffer)
  const scales = Float32Array.from(words, (_, i) => {
    let squares = 0
    for (let d = i * dimensions; d < (i + 1) * dimensions; d++) squares += vectors[d]! * vectors[d]!
    return squares === 0 ? 0 : 1 / Math.sqrt(squares)
  })
  return {
    words,
    places: new Map(words.map((word, i) => [word, i])),
    vectors,
    scales,
    neighbours: new Uint16Array(bytes(neighbourBytes).buffer),
    similarities: bytes(similarityBytes),
  }
}

/** Smooth inverse frequency's constant (Arora, Liang & Ma 2017). */
const SMOOTHING = 1e-3

/** Share of a text that its words of that rank make up: Zipf's law with Mandelbrot's shift. */
function frequencyOf(place: number): number {
  return 0.06 / (place + 2.7)
}

/**
 * What a text is about, as the mean of its words' vectors, common words counting little (Arora, Liang
 * & Ma 2017); unit length. Null where none of its words is known.
 *
 * @param words  as `words` gives them
 */
export function meaningOf(words: readonly string[]): Float32Array | null {
  const { places, vectors, scales } = opened()
  const counts = new Map<number, number>()
  for (const word of words) {
    if (stopWords.has(word)) continue
    const place = places.get(word)
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const sum = new Float32Array(dimensions)
  for (const [place, count] of counts) {
    const worth = SMOOTHING / (SMOOTHING + frequencyOf(place))
    const factor = worth * (1 + Math.log(count)) * scales[place]!
    const from = place * dimensions
    for (let d = 0; d < dimensions; d++) sum[d]! += factor * vectors[from + d]!
  }
  const length = Math.hypot(...sum)
  return length === 0 ? null : sum.map((value) => value / length)
}

export type NearWord = {
  /** Stem. */
  readonly term: string
  /** Cosine, 0.45–1. */
  readonly similarity: number
}

/** Words met where this one is met, nearest first, at most 32; of each stem one, never its own. */
export function nearWords(word: string): readonly NearWord[] {
  const known = near.get(word)
  if (known) return known
  const found = findNear(word)
  if (near.size >= MAX_CACHED) near.clear()
  near.set(word, found)
  return found
}

const MAX_CACHED = 5_000
// Memory of a pure function: questions use the same words again and again.
const near = new Map<string, readonly NearWord[]>()

function findNear(word: string): NearWord[] {
  const { words, places, neighbours, similarities } = opened()
  const place = places.get(word)
  if (place === undefined || place * neighboursListed >= neighbours.length) return []
  const found: NearWord[] = []
  const seen = new Set([stem(word)])
  for (let i = place * neighboursListed; i < (place + 1) * neighboursListed; i++) {
    const similarity = similarities[i]! / 255
    if (similarity === 0) break
    const other = words[neighbours[i]!]!
    const term = stem(other)
    if (stopWords.has(other) || seen.has(term)) continue
    seen.add(term)
    found.push({ term, similarity })
  }
  return found
}
