import { commonStems } from './common-words.ts'
import { hashText } from './hash-text.ts'
import { classesOf, groupCount } from './lexicon/word-classes.ts'
import { stem, termsOf, words } from './tokenize.ts'
import { MEANING_DIMENSIONS, meaningOf } from './word-vectors/word-vectors.ts'

/** Length of `hashingEmbedding`'s vectors. */
export const HASHING_DIMENSIONS = 256
const HASHED = HASHING_DIMENSIONS - MEANING_DIMENSIONS
/** Share of a cosine that meaning decides; what is left the words themselves do. */
const MEANING_SHARE = 0.6

/**
 * A text as a unit-length vector, shape [256]: 208 dimensions by signed feature hashing (Weinberger et
 * al. 2009), 48 by the vectors of its words.
 *
 * Hashed features are stemmed words, what the lexicon knows them to mean or to be kinds of, pairs of
 * neighbouring words, and character 4-grams of the stems, which bring spellings and compounds near.
 * Words that turn up everywhere count less; each feature counts 1 + ln(occurrences). Texts that share
 * no feature are near 0 to each other, with a standard deviation of about 1/√208 in the hashed part. The same on every
 * machine.
 */
export function hashingEmbedding(text: string): Float32Array {
  const vector = new Float32Array(HASHING_DIMENSIONS)
  const hashed = vector.subarray(0, HASHED)
  const spoken = words(text)
  const tokens = contentOf(spoken)
  const features = new Map<number, number>()
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const worth = commonStems.has(token) ? weights.common : 1
    add(features, hashText(token, seeds.word), worth * weights.word)
    addClasses(features, token, worth)
    addCharacters(features, token, worth * weights.characters)
    if (i > 0) add(features, hashText(token, hashText(tokens[i - 1]!, seeds.pair)), weights.pair)
  }
  for (const [hash, sum] of features) {
    hashed[(hash >>> 1) % HASHED]! += (hash & 1) === 1 ? -damped(sum) : damped(sum)
  }
  normalise(hashed)
  const meaning = meaningOf(spoken)
  if (meaning === null) return vector
  for (let i = 0; i < HASHED; i++) hashed[i]! *= Math.sqrt(1 - MEANING_SHARE)
  for (let i = 0; i < MEANING_DIMENSIONS; i++) {
    vector[HASHED + i] = Math.sqrt(MEANING_SHARE) * meaning[i]!
  }
  return vector
}

// Ours, tuned on the tune part of the recall-quality bench.
const weights = { word: 1, common: 0.4, group: 0.6, head: 0.4, pair: 0.4, characters: 0.3 }
const seeds = { word: 0x1b873593, pair: 0x2545f491, characters: 0x6c8e9cf5, group: 0x51ed270b }
const GRAM = 4
const groupHashes = Array.from({ length: groupCount }, (_, group) =>
  hashText(String(group), seeds.group),
)

function addClasses(features: Map<number, number>, token: string, worth: number): void {
  const { groups, heads } = classesOf(token)
  for (const group of groups) add(features, groupHashes[group]!, worth * weights.group)
  for (const head of heads) add(features, hashText(head, seeds.word), worth * weights.head)
}

function addCharacters(features: Map<number, number>, token: string, weight: number): void {
  const padded = `^${token}$`
  for (let i = 0; i + GRAM <= padded.length; i++) {
    add(features, hashText(padded, seeds.characters, i, i + GRAM), weight)
  }
}

function add(features: Map<number, number>, hash: number, weight: number): void {
  features.set(hash, (features.get(hash) ?? 0) + weight)
}

/** Grows like 1 + ln(n) of what was added: said twice is not twice as much. */
function damped(sum: number): number {
  return sum <= 1 ? sum : 1 + Math.log(sum)
}

/** Texts of stop words alone are compared by them; texts without any word are all alike. */
function contentOf(spoken: readonly string[]): readonly string[] {
  const tokens = termsOf(spoken)
  if (tokens.length > 0) return tokens
  const all = spoken.map(stem)
  return all.length > 0 ? all : ['']
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
