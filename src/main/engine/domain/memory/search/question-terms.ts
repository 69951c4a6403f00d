import { relatedWords, type Nearness } from '../../text/lexicon/related-words.ts'
import { stopWords } from '../../text/stop-words.ts'
import { stem, words } from '../../text/tokenize.ts'
import { nearWords } from '../../text/word-vectors/word-vectors.ts'
import { questionWords } from './question-words.ts'
import { FORM_BITS, rootOf, termHash } from './term-hash.ts'

/** One thing that a question asks about. */
export type Concept = {
  /** As the question writes it, lower-cased. */
  readonly word: string
  readonly hash: number
}

/** A word that search looks for, and what finding it counts for its concept. */
export type SoughtTerm = {
  /** Its place among the sought terms. */
  readonly id: number
  readonly concept: number
  /** 1 for the question's own word. */
  readonly weight: number
  /** Only met where the question's word is met: it tells which entry, less that any is meant. */
  readonly isLoose: boolean
}

/** What is sought, in the shape that a scan over hashes reads fastest. */
export type QuestionTerms = {
  readonly concepts: readonly Concept[]
  readonly sought: readonly SoughtTerm[]
  readonly byHash: ReadonlyMap<number, SoughtTerm>
  readonly byRoot: ReadonlyMap<number, SoughtTerm>
  /** By the upper bits of a hash: 0 where no sought term has them. */
  readonly filter: Uint8Array
}

export const FILTER_SHIFT = 20
/** Of a long question, the words that are looked for. */
const MAX_CONCEPTS = 32
/** A shorter word's beginning is the word itself. */
const MIN_ROOT_LETTERS = 5
/** Their beginning is another word: breakfast breaks nothing. */
const rootless: ReadonlySet<string> = new Set(
  ['breakfast', 'broadcast', 'understand', 'housekeeper', 'waterfall', 'clockwork'].map(stem),
)

/** @param text  a question without the words that name a time */
export function questionTerms(
  text: string,
  weights: Readonly<Record<Nearness | 'sameRoot' | 'near', number>>,
): QuestionTerms {
  const sought: SoughtTerm[] = []
  const byHash = new Map<number, SoughtTerm>()
  const byRoot = new Map<number, SoughtTerm>()
  const seek = (
    map: Map<number, SoughtTerm>,
    key: number,
    concept: number,
    weight: number,
    isLoose = false,
  ) => {
    if (map.has(key)) return
    const term = { id: sought.length, concept, weight, isLoose }
    sought.push(term)
    map.set(key, term)
  }

  const stems = conceptsOf(text)
  const concepts = [...stems].map(([term, word]) => ({ word, hash: termHash(term) }))
  concepts.forEach(({ hash }, concept) => seek(byHash, hash, concept, 1))
  ;[...stems.keys()].forEach((term, concept) => {
    if (term.length < MIN_ROOT_LETTERS || rootless.has(term)) return
    seek(byRoot, rootOf(concepts[concept]!.hash), concept, weights.sameRoot)
  })
  // The nearer first: what means the same to one concept may be only of its kind to another.
  for (const nearness of ['same', 'kind'] as const) {
    ;[...stems.keys()].forEach((term, concept) => {
      for (const [word, how] of relatedWords(term)) {
        if (how === nearness) seek(byHash, termHash(word), concept, weights[nearness])
      }
    })
  }
  ;[...stems.values()].forEach((word, concept) => {
    for (const { term, similarity } of nearWords(word)) {
      seek(byHash, termHash(term), concept, weights.near * nearness(similarity), true)
    }
  })
  return { concepts, sought, byHash, byRoot, filter: filterOf(byHash, byRoot) }
}

/** From about a quarter for the farthest word that counts as near, to 1 for the nearest there could be. */
function nearness(similarity: number): number {
  return (similarity - 0.25) / 0.75
}

/** Stems of what is asked about, each with the word it first stood in. */
function conceptsOf(text: string): Map<string, string> {
  const concepts = new Map<string, string>()
  for (const word of words(text)) {
    if (stopWords.has(word) || questionWords.has(word)) continue
    const term = stem(word)
    if (!concepts.has(term)) concepts.set(term, word)
    if (concepts.size === MAX_CONCEPTS) break
  }
  return concepts
}

function filterOf(
  byHash: ReadonlyMap<number, SoughtTerm>,
  byRoot: ReadonlyMap<number, SoughtTerm>,
): Uint8Array {
  const filter = new Uint8Array(2 ** (32 - FILTER_SHIFT))
  for (const hash of byHash.keys()) filter[hash >>> FILTER_SHIFT] = 1
  for (const root of byRoot.keys()) filter[root >>> (FILTER_SHIFT - FORM_BITS)] = 1
  return filter
}
