import { dotQuantised } from '../../vectors/quantise.ts'
import { queryConcepts } from '../query-concepts.ts'
import type { Match } from '../relevance.ts'
import { timeWindow, type TimeWindow } from '../time-window.ts'
import { termsOfRow, type PersonaIndex } from './persona-index.ts'
import { FORM_BITS, termHash } from './term-hash.ts'

export type SearchQuery = {
  readonly text: string
  /** Unit length, of the same model as the index's vectors; null: text alone. */
  readonly vector: Float32Array | null
  /** What "last spring" counts back from. */
  readonly nowMs: number
  /** Candidates wanted at most. */
  readonly limit: number
}

export type SearchCandidate = {
  readonly row: number
  readonly sequence: number
  readonly match: Match
  /** Hashed terms, ascending: what two candidates have in common. */
  readonly terms: Uint32Array
}

export type SearchResult = {
  /** Best first. */
  readonly candidates: SearchCandidate[]
  /** The time that the question is about; null: any. */
  readonly window: TimeWindow | null
}

const K1 = 1.2
const B = 0.75
const RELATED = 0.5

/**
 * What one persona's index holds on a question: the union of both searches' best, best first.
 *
 * @param visible  by row, 1: exists for this question; null: all rows do. What does not exist has
 *   no influence on anything, statistics and neighbours included.
 */
export function searchIndex(
  index: PersonaIndex,
  query: SearchQuery,
  visible: Uint8Array | null,
): SearchResult {
  const concepts = queryConcepts(query.text)
  const { size } = index
  const filter = new Uint8Array(1 << (32 - 20))
  const byHash = new Map<number, { concept: number; weight: number }>()
  concepts.forEach(({ term, related }, concept) => {
    for (const other of related) {
      const hash = termHash(other)
      if (!byHash.has(hash)) byHash.set(hash, { concept, weight: RELATED })
    }
  })
  concepts.forEach(({ term }, concept) => byHash.set(termHash(term), { concept, weight: 1 }))
  for (const hash of byHash.keys()) filter[hash >>> 20] = 1
  void FORM_BITS

  let count = 0
  let totalLength = 0
  const width = concepts.length
  const tf = new Float32Array(size * width)
  for (let row = 0; row < size; row++) {
    if (visible !== null && visible[row] === 0) continue
    count += 1
    totalLength += index.lengths[row]!
    const end = index.termStarts[row + 1]!
    for (let i = index.termStarts[row]!; i < end; i++) {
      const hash = index.terms[i]!
      if (filter[hash >>> 20] === 0) continue
      const hit = byHash.get(hash)
      if (hit === undefined) continue
      tf[row * width + hit.concept]! += hit.weight * index.counts[i]!
    }
  }
  if (count === 0) return { candidates: [], window: timeWindow(query.text) }
  const meanLength = Math.max(1, totalLength / count)
  const idf = concepts.map((_, concept) => {
    let found = 0
    for (let row = 0; row < size; row++) if (tf[row * width + concept]! > 0) found += 1
    return Math.log(1 + (count - found + 0.5) / (found + 0.5))
  })
  const total = idf.reduce((sum, weight) => sum + weight, 0)
  const scores = new Float32Array(size)
  const cosines = new Float32Array(size).fill(-1)
  for (let row = 0; row < size; row++) {
    if (visible !== null && visible[row] === 0) continue
    const norm = K1 * (1 - B + (B * index.lengths[row]!) / meanLength)
    let score = 0
    for (let concept = 0; concept < width; concept++) {
      const frequency = tf[row * width + concept]!
      if (frequency > 0) score += (idf[concept]! * frequency * (K1 + 1)) / (frequency + norm)
    }
    scores[row] = score
    if (query.vector !== null && index.scales[row]! > 0) {
      cosines[row] =
        index.scales[row]! * dotQuantised(query.vector, index.vectors, row * index.dimensions)
    }
  }
  const byText = best(scores, size, query.limit, 0)
  const byVector = query.vector === null ? [] : best(cosines, size, query.limit, -1)
  const textRanks = new Map(byText.map((row, i) => [row, i + 1]))
  const vectorRanks = new Map(byVector.map((row, i) => [row, i + 1]))
  const candidates = [...new Set([...byText, ...byVector])].map((row) => {
    const matched = concepts.filter((_, concept) => tf[row * width + concept]! > 0)
    const covered = concepts.reduce(
      (sum, _, concept) => sum + idf[concept]! * Math.min(1, tf[row * width + concept]!),
      0,
    )
    return {
      row,
      sequence: index.sequences[row]!,
      terms: termsOfRow(index, row),
      match: {
        vectorRank: vectorRanks.get(row) ?? null,
        textRank: textRanks.get(row) ?? null,
        cosine: vectorRanks.has(row) ? cosines[row]! : null,
        matchedTerms: matched.map(({ term }) => term),
        coverage: total === 0 ? 0 : covered / total,
      },
    }
  })
  return { candidates, window: timeWindow(query.text) }
}

function best(scores: Float32Array, size: number, limit: number, above: number): number[] {
  const rows: number[] = []
  for (let row = 0; row < size; row++) if (scores[row]! > above) rows.push(row)
  return rows.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, limit)
}
