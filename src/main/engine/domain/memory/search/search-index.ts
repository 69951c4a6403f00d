import type { EntryId } from '../../../../../shared/contract/ids.ts'
import type { Match } from '../relevance.ts'
import { dayOfMs } from '../../text/times/days.ts'
import { isDayWithin, questionTime, type TimeWindow } from '../time-window.ts'
import { termsOfRow, type PersonaIndex } from './persona-index.ts'
import { FILTER_SHIFT, questionTerms, type QuestionTerms } from './question-terms.ts'
import { searchWeights as w } from './search-weights.ts'
import { rootOf } from './term-hash.ts'

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
  readonly entryId: EntryId
  readonly sequence: number
  readonly match: Match
  readonly likeness: number
  /** Hashed terms, ascending: what two candidates have in common. */
  readonly terms: Uint32Array
}

export type SearchResult = {
  /** Best first. */
  readonly candidates: SearchCandidate[]
  /** The time that the question is about; null: any. */
  readonly window: TimeWindow | null
}

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
  const speakersKnown = new Set<number>()
  for (let row = 0; row < index.size; row++) {
    if (visible !== null && visible[row] === 0) continue
    for (let i = index.speakerStarts[row]!; i < index.speakerStarts[row + 1]!; i++)
      speakersKnown.add(index.speakers[i]!)
  }
  const { window, rest } = questionTime(query.text, query.nowMs)
  const terms = questionTerms(rest, w)
  const names = new Set<number>()
  const isName = terms.concepts.map(() => false)
  for (const [hash, sought] of terms.byHash) {
    if (sought.weight === 1 && speakersKnown.has(hash)) {
      names.add(hash)
      isName[sought.concept] = true
    }
  }
  const { size } = index
  const width = terms.concepts.length
  const postings = scan(index, terms, visible)
  const count = postings.visible
  if (count === 0) return { candidates: [], window }
  const idfOf = new Map<unknown, number>()
  for (const [sought, found] of postings.found)
    idfOf.set(sought, Math.log(1 + (count - found + 0.5) / (found + 0.5)))
  const unseen = Math.log(1 + (count + 0.5) / 0.5)
  const conceptIdf = new Float64Array(width).fill(unseen)
  for (const [sought, idf] of idfOf) {
    const s = sought as { weight: number; concept: number }
    if (s.weight === 1) conceptIdf[s.concept] = idf
  }
  const onlyNames = isName.every(Boolean)
  let total = 0
  for (let c = 0; c < width; c++) if (!isName[c] || onlyNames) total += conceptIdf[c]!

  const own = new Float32Array(size * width)
  const covers = new Float32Array(size * width)
  const mentions = new Uint8Array(size)
  for (let p = 0; p < postings.rows.length; p++) {
    const row = postings.rows[p]!
    const sought = postings.sought[p]!
    if (names.has(sought.hash) && sought.weight === 1) mentions[row] = 1
    if (isName[sought.concept] && !onlyNames) continue
    const norm = w.k1 * (1 - w.b + (w.b * index.lengths[row]!) / postings.meanLength)
    const tf = postings.counts[p]!
    const idf = Math.min(idfOf.get(sought)!, conceptIdf[sought.concept]!)
    const value = (sought.weight * idf * tf * (w.k1 + 1)) / (tf + norm)
    const cell = row * width + sought.concept
    if (value > own[cell]!) own[cell] = value
    const cover = sought.weight * idf
    if (cover > covers[cell]!) covers[cell] = cover
  }
  const scores = new Float32Array(size)
  const cosines = new Float32Array(size).fill(-1)
  let previous = -1
  const before = new Int32Array(size).fill(-1)
  const after = new Int32Array(size).fill(-1)
  for (let row = 0; row < size; row++) {
    if (visible !== null && visible[row] === 0) continue
    if (previous >= 0 && index.sessions[previous] === index.sessions[row]) {
      before[row] = previous
      after[previous] = row
    }
    previous = row
  }
  const times = new Float32Array(size)
  if (window !== null) {
    let n = 0
    for (let row = 0; row < size; row++) {
      if (visible !== null && visible[row] === 0) continue
      times[row] = timeMatch(index, row, window)
      if (times[row]! > 0) n += 1
    }
    const idf = Math.log(1 + (count - n + 0.5) / (n + 0.5))
    total += w.time * idf
    for (let row = 0; row < size; row++) times[row]! *= w.time * idf
  }
  const fwd = new Float32Array(size * width)
  const bwd = new Float32Array(size * width)
  const sess = new Float32Array((index.sessions[size - 1]! + 1) * width)
  for (let row = 0; row < size; row++) {
    const b = before[row]!
    for (let c = 0; c < width; c++) {
      const k = index.sessions[row]! * width + c
      sess[k] = Math.max(sess[k]!, own[row * width + c]!)
    }
    if (b < 0) continue
    const wb = index.asks[b] === 1 ? w.beforeAsking : w.before
    for (let c = 0; c < width; c++)
      fwd[row * width + c] = Math.max(wb * own[b * width + c]!, w.decayF * fwd[b * width + c]!)
  }
  for (let row = size - 1; row >= 0; row--) {
    const a = after[row]!
    if (a < 0) continue
    for (let c = 0; c < width; c++)
      bwd[row * width + c] = Math.max(w.after * own[a * width + c]!, w.decayB * bwd[a * width + c]!)
  }
  for (let row = 0; row < size; row++) {
    if (visible !== null && visible[row] === 0) continue
    let score = 0
    const ses = index.sessions[row]! * width
    for (let concept = 0; concept < width; concept++) {
      score += Math.max(
        own[row * width + concept]!,
        fwd[row * width + concept]!,
        bwd[row * width + concept]!,
        w.session * sess[ses + concept]!,
      )
    }
    let speaks = 0
    if (names.size > 0) {
      for (let i = index.speakerStarts[row]!; i < index.speakerStarts[row + 1]!; i++)
        if (names.has(index.speakers[i]!)) speaks = 1
    }
    score *= 1 + w.speaks * speaks + w.mentioned * mentions[row]!
    if (index.asks[row] === 1) score *= w.asks
    score += times[row]!
    scores[row] = score
    if (query.vector !== null && index.hasVector[row] === 1) {
      cosines[row] = dot(query.vector, index.vectors, row * index.dimensions)
    }
  }
  const byText = best(scores, size, query.limit, 0)
  const byVector = query.vector === null ? [] : best(cosines, size, query.limit, -1)
  const textRanks = new Map(byText.map((row, i) => [row, i + 1]))
  const vectorRanks = new Map(byVector.map((row, i) => [row, i + 1]))
  const candidates = [...new Set([...byText, ...byVector])].map((row) => {
    const matched = terms.concepts.filter((_, concept) => covers[row * width + concept]! > 0)
    let covered = 0
    for (let c = 0; c < width; c++) covered += covers[row * width + c]!
    const likeness = total === 0 ? 0 : scores[row]! / total + w.cosine * Math.max(0, cosines[row]!)
    return {
      row,
      entryId: index.entryIds[row]!,
      sequence: index.sequences[row]!,
      terms: termsOfRow(index, row),
      likeness,
      match: {
        vectorRank: vectorRanks.get(row) ?? null,
        textRank: textRanks.get(row) ?? null,
        cosine: vectorRanks.has(row) ? cosines[row]! : null,
        matchedTerms: matched,
        coverage: total === 0 ? 0 : covered / total,
      },
    }
  })
  candidates.sort((x, y) => y.likeness - x.likeness || x.row - y.row)
  return { candidates, window }
}

function timeMatch(index: PersonaIndex, row: number, window: TimeWindow): number {
  const day = dayOfMs(index.eventAtMs[row]!)
  if (isDayWithin(window, day)) return 1
  for (let i = index.dayStarts[row]!; i < index.dayStarts[row + 1]!; i += 2) {
    const from = index.days[i]!
    const to = index.days[i + 1]!
    if (to - from > 400) continue
    if (
      from <= window.to &&
      to >= window.from &&
      (window.months === null || isDayWithin(window, from) || isDayWithin(window, to))
    )
      return 1
  }
  if (day > window.to && day <= window.to + w.grace) return w.soon
  return 0
}

function scan(index: PersonaIndex, terms: QuestionTerms, visible: Uint8Array | null) {
  const rows: number[] = []
  const counts: number[] = []
  const sought: import('./question-terms.ts').SoughtTerm[] = []
  const found = new Map<import('./question-terms.ts').SoughtTerm, number>()
  let n = 0
  let length = 0
  for (let row = 0; row < index.size; row++) {
    if (visible !== null && visible[row] === 0) continue
    n += 1
    length += index.lengths[row]!
    const end = index.termStarts[row + 1]!
    for (let i = index.termStarts[row]!; i < end; i++) {
      const hash = index.terms[i]!
      if (terms.filter[hash >>> FILTER_SHIFT] === 0) continue
      const hit = terms.byHash.get(hash) ?? terms.byRoot.get(rootOf(hash))
      if (hit === undefined) continue
      rows.push(row)
      counts.push(index.counts[i]!)
      sought.push(hit)
      found.set(hit, (found.get(hit) ?? 0) + 1)
    }
  }
  return {
    rows,
    counts,
    sought,
    found,
    visible: n,
    meanLength: Math.max(1, length / Math.max(1, n)),
  }
}

function best(scores: Float32Array, size: number, limit: number, above: number): number[] {
  const rows: number[] = []
  for (let row = 0; row < size; row++) if (scores[row]! > above) rows.push(row)
  return rows.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, limit)
}

function dot(query: Float32Array, vectors: Float32Array, start: number): number {
  let sum = 0
  for (let i = 0; i < query.length; i++) sum += query[i]! * vectors[start + i]!
  return sum
}
