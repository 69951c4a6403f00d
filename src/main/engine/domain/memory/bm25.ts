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

export type Bm25Score = {
  readonly score: number
  readonly matchedTerms: string[]
  /** Share of the question's information that the document mentions, 0–1. */
  readonly coverage: number
}

/**
 * Okapi BM25 (Robertson & Zaragoza 2009) over one persona's memories.
 *
 * @param query      distinct terms
 * @param documents  every document of the corpus that holds any of them; others may be left out
 * @returns          one score per document, in order
 */
export function bm25(
  query: readonly string[],
  documents: readonly Bm25Document[],
  corpus: Bm25Corpus,
): Bm25Score[] {
  const weights = new Map(
    query.map((term) => {
      const found = documents.filter(({ terms }) => terms.has(term)).length
      return [term, Math.log(1 + (corpus.count - found + 0.5) / (found + 0.5))]
    }),
  )
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return documents.map(({ terms, length }) => {
    const norm = K1 * (1 - B + (B * length) / corpus.meanLength)
    let score = 0
    let covered = 0
    const matchedTerms: string[] = []
    for (const [term, weight] of weights) {
      const frequency = terms.get(term)
      if (frequency === undefined) continue
      matchedTerms.push(term)
      covered += weight
      score += (weight * frequency * (K1 + 1)) / (frequency + norm)
    }
    return { score, matchedTerms, coverage: total === 0 ? 0 : covered / total }
  })
}
