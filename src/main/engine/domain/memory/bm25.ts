import type { Concept } from './query-concepts.ts'

/** Term frequencies of one text. */
export type TermCounts = ReadonlyMap<string, number>

export type Bm25Document = {
  readonly terms: TermCounts
  /** In any unit, the same as `meanLength`: only the ratio enters. */
  readonly length: number
}

export type Bm25Corpus = {
  /** Documents in all, those that match nothing included. */
  readonly count: number
  readonly meanLength: number
}

const K1 = 1.2
const B = 0.75
/** What a related word counts, the word itself being 1. */
const RELATED = 0.5

export type Bm25Score = {
  readonly score: number
  readonly matchedTerms: string[]
  /** Share of the question's information that the document mentions, 0–1. */
  readonly coverage: number
}

/**
 * Okapi BM25 (Robertson & Zaragoza 2009) over one persona's memories. A concept that a document
 * names by a related word counts half.
 *
 * @param query      distinct concepts
 * @param documents  every document of the corpus that holds any of them; others may be left out
 * @returns          one score per document, in order
 */
export function bm25(
  query: readonly Concept[],
  documents: readonly Bm25Document[],
  corpus: Bm25Corpus,
): Bm25Score[] {
  const weighted = query.map((concept) => {
    const found = documents.filter(({ terms }) => frequency(concept, terms).count > 0).length
    return { concept, weight: Math.log(1 + (corpus.count - found + 0.5) / (found + 0.5)) }
  })
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  return documents.map(({ terms, length }) => {
    const norm = K1 * (1 - B + (B * length) / corpus.meanLength)
    let score = 0
    let covered = 0
    const matchedTerms: string[] = []
    for (const { concept, weight } of weighted) {
      const { count, by } = frequency(concept, terms)
      if (count === 0) continue
      matchedTerms.push(...by)
      covered += by[0] === concept.term ? weight : weight * RELATED
      score += (weight * count * (K1 + 1)) / (count + norm)
    }
    return { score, matchedTerms, coverage: total === 0 ? 0 : covered / total }
  })
}

/** How often a text names the concept, and by which words. */
function frequency({ term, related }: Concept, terms: TermCounts): { count: number; by: string[] } {
  const exact = terms.get(term)
  if (exact !== undefined) return { count: exact, by: [term] }
  const by = related.filter((other) => terms.has(other))
  return { count: RELATED * by.reduce((sum, other) => sum + terms.get(other)!, 0), by }
}
