import { relatedWords, type Nearness } from '../../text/lexicon/related-words.ts'
import { queryConcepts } from '../query-concepts.ts'
import { FORM_BITS, rootOf, termHash } from './term-hash.ts'

/** A word that search looks for, and what finding it counts for its concept. */
export type SoughtTerm = {
  readonly hash: number
  readonly concept: number
  readonly weight: number
  /** As the question or the lexicon writes it, stemmed. */
  readonly word: string
}

/** What is sought, in the shape that a scan over sorted hashes reads fastest. */
export type QuestionTerms = {
  readonly concepts: readonly string[]
  readonly byHash: ReadonlyMap<number, SoughtTerm>
  readonly byRoot: ReadonlyMap<number, SoughtTerm>
  /** By the upper bits of a hash: 0 where no sought term has them. */
  readonly filter: Uint8Array
}

export const FILTER_SHIFT = 20

export function questionTerms(
  text: string,
  weights: Readonly<Record<Nearness | 'sameRoot', number>>,
): QuestionTerms {
  const concepts = queryConcepts(text).map(({ term }) => term)
  const byHash = new Map<number, SoughtTerm>()
  const byRoot = new Map<number, SoughtTerm>()
  concepts.forEach((word, concept) => {
    const hash = termHash(word)
    byHash.set(hash, { hash, concept, weight: 1, word })
    if (word.length < MIN_ROOT) return
    byRoot.set(rootOf(hash), { hash, concept, weight: weights.sameRoot, word })
  })
  for (const nearness of ['same', 'kind'] as const) {
    concepts.forEach((term, concept) => {
      for (const [word, how] of relatedWords(term)) {
        const hash = termHash(word)
        if (how !== nearness || byHash.has(hash)) continue
        byHash.set(hash, { hash, concept, weight: weights[nearness], word })
      }
    })
  }
  const filter = new Uint8Array(2 ** (32 - FILTER_SHIFT))
  for (const hash of byHash.keys()) filter[hash >>> FILTER_SHIFT] = 1
  for (const root of byRoot.keys()) filter[root >>> (FILTER_SHIFT - FORM_BITS)] = 1
  return { concepts, byHash, byRoot, filter }
}

/** A shorter word's beginning is the word itself. */
const MIN_ROOT = 5
