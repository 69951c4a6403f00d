import type { Match } from '../relevance.ts'
import { asksWhen, questionTime, type TimeWindow } from '../time-window.ts'
import { bestRows } from './best-rows.ts'
import { cueSought, CUES } from './cues.ts'
import { eventWindow } from './event-window.ts'
import { termsOfRow, type PersonaIndex } from './persona-index.ts'
import { questionTerms, type QuestionTerms } from './question-terms.ts'
import { searchWeights as weights } from './search-weights.ts'
import { timeMatch } from './time-match.ts'
import { matchVectors, NO_COSINE, type VectorMatch } from './vector-match.ts'
import { visibleRows, type VisibleRows } from './visible-rows.ts'
import { informationOf, matchWords, type WordMatch } from './word-match.ts'

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
  /** It asks about nothing but that time: what is of it matches equally well. */
  readonly onlyTime: boolean
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
  const existing = visibleRows(index, visible)
  const { window: dated, rest } = questionTime(query.text, query.nowMs)
  const window = dated ?? eventWindow(query.text, index, existing)
  const terms = questionTerms(rest, weights)
  const words = matchWords(index, terms, existing)
  const times = matchTimes(index, window, existing.rows, dated ? weights.time : weights.eventTime)
  const vectors = matchVectors(index, query.vector, existing.rows)
  const sought = { cue: cueSought(query.text), time: asksWhen(query.text) }
  const textScores = scoreTexts(index, words, times, existing, sought)

  const byText = bestRows(existing.rows, textScores, query.limit, 0)
  const byVector = bestRows(existing.rows, vectors.cosines, query.limit, NO_COSINE)
  const textRanks = ranksOf(byText)
  const vectorRanks = ranksOf(byVector)
  const evidence = { terms, words, times, vectors, textScores, window }
  const candidates = [...new Set([...byText, ...byVector])].map((row) => ({
    row,
    sequence: index.sequences[row]!,
    match: explain(row, evidence, textRanks.get(row) ?? null, vectorRanks.get(row) ?? null),
    terms: termsOfRow(index, row),
  }))
  candidates.sort((a, b) => b.match.likeness - a.match.likeness || a.row - b.row)
  return { candidates, window, onlyTime: window !== null && terms.concepts.length === 0 }
}

type TimeScores = {
  /** What the time of the question tells, in nats. */
  readonly information: number
  /** By row, 0–1; empty where the question names no time. */
  readonly matches: Float32Array
}

function matchTimes(
  index: PersonaIndex,
  window: TimeWindow | null,
  rows: Uint32Array,
  weight: number,
): TimeScores {
  if (window === null) return { information: 0, matches: new Float32Array(0) }
  const matches = new Float32Array(index.size)
  let found = 0
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    matches[row] = timeMatch(index, row, window)
    if (matches[row]! > 0) found += 1
  }
  return { information: weight * informationOf(found, rows.length), matches }
}

function scoreTexts(
  index: PersonaIndex,
  { width, own, context, speaks, mentions }: WordMatch,
  times: TimeScores,
  { rows, meanLength }: VisibleRows,
  sought: Wording,
): Float32Array {
  const scores = new Float32Array(index.size)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    let score = 0
    const end = (row + 1) * width
    for (let cell = row * width; cell < end; cell++) {
      const said = own[cell]!
      const around = context[cell]!
      score += said > around ? said : around
    }
    score *= 1 + weights.speaks * speaks[row]! + weights.mentioned * mentions[row]!
    score *= substance(index.lengths[row]! / meanLength)
    if (index.cues[row]! & CUES.asks) score *= weights.asks
    if (isWorded(index, row, sought)) score *= 1 + weights.cue
    if (times.information > 0) score += times.information * times.matches[row]!
    scores[row] = score
  }
  return scores
}

/** What an entry has room to tell: 1 at the mean length. "Oh no, the boat!" tells nothing of a boat. */
function substance(relativeLength: number): number {
  return ((1 + weights.brevity) * relativeLength) / (relativeLength + weights.brevity)
}

/** How an answer to the question would be worded. */
type Wording = { readonly cue: number; readonly time: boolean }

function isWorded(index: PersonaIndex, row: number, { cue, time }: Wording): boolean {
  if (time) return index.dayStarts[row + 1]! > index.dayStarts[row]!
  return (index.cues[row]! & cue) !== 0
}

function ranksOf(rows: readonly number[]): ReadonlyMap<number, number> {
  return new Map(rows.map((row, i) => [row, i + 1]))
}

type Evidence = {
  readonly terms: QuestionTerms
  readonly words: WordMatch
  readonly times: TimeScores
  readonly vectors: VectorMatch
  readonly textScores: Float32Array
  readonly window: TimeWindow | null
}

function explain(
  row: number,
  { terms, words, times, vectors, textScores, window }: Evidence,
  textRank: number | null,
  vectorRank: number | null,
): Match {
  const total = words.total + times.information
  const ofTime = times.matches[row] ?? 0
  let covered = times.information * ofTime
  let said = covered
  let around = 0
  const matchedTerms: string[] = []
  for (let concept = 0; concept < words.width; concept++) {
    const cell = row * words.width + concept
    covered += words.covered[cell]!
    said += words.own[cell]!
    around += Math.max(0, words.context[cell]! - words.own[cell]!)
    if (words.covered[cell]! > 0) matchedTerms.push(terms.concepts[concept]!.word)
  }
  if (ofTime === 1 && window !== null) matchedTerms.push(window.label)
  const cosine = vectors.cosines[row]!
  const above =
    cosine === NO_COSINE || vectors.deviation === 0
      ? 0
      : (cosine - vectors.mean) / vectors.deviation
  const text = total === 0 ? 0 : textScores[row]! / total
  return {
    vectorRank,
    textRank,
    cosine: vectorRank === null ? null : cosine,
    matchedTerms,
    coverage: total === 0 ? 0 : Math.min(1, covered / total),
    context: said + around === 0 ? 0 : around / (said + around),
    time: window === null ? null : ofTime,
    likeness: Math.max(0, text + weights.vector * above),
  }
}
