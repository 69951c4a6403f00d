import { CUES } from './cues.ts'
import type { PersonaIndex } from './persona-index.ts'
import { findPostings } from './postings.ts'
import type { QuestionTerms } from './question-terms.ts'
import { searchWeights as weights } from './search-weights.ts'
import type { VisibleRows } from './visible-rows.ts'

/** How the words of a question are met, row by row; all information is in nats. */
export type WordMatch = {
  /** Concepts of the question, in the order of its terms. */
  readonly width: number
  /** What the question's words tell in all. */
  readonly total: number
  /** By row × width: what of a concept the row itself says, times how often and how briefly. */
  readonly own: Float32Array
  /** By row × width: what of it the conversation around the row says, discounted by distance. */
  readonly context: Float32Array
  /** By row × width: what of a concept the row itself covers, at most its information. */
  readonly covered: Float32Array
  /** By row, 1: a person that the question names speaks in it or is spoken of. */
  readonly speaks: Uint8Array
  readonly mentions: Uint8Array
}

/** BM25's inverse document frequency. */
export function informationOf(found: number, count: number): number {
  return Math.log(1 + (count - found + 0.5) / (found + 0.5))
}

/** What most entries say is a set phrase of theirs and tells nothing of any one. */
function isBoilerplate(found: number, count: number): boolean {
  return count >= MIN_ENTRIES && found > count / 2
}

const MIN_ENTRIES = 10
/** Share of what it counts that a loosely related word covers of what is asked. */
const LOOSE_COVERS = 0.3
/** A word that stands for one that all entries say informs as if this share of them said it. */
const STAND_IN_SHARE = 0.05

export function matchWords(
  index: PersonaIndex,
  terms: QuestionTerms,
  visible: VisibleRows,
): WordMatch {
  const width = terms.concepts.length
  const postings = findPostings(index, terms, visible.rows)
  const count = visible.rows.length
  // Who speaks is a property of an entry; only where nothing else is asked is it the subject.
  const isName = terms.concepts.map(({ hash }) => visible.speakers.has(hash))
  const onlyNames = isName.every(Boolean)

  // Where all entries hold the word, as part of a set phrase, what stands for it may still tell.
  const standIn = (concept: number) =>
    terms.sought.some(
      (term) =>
        term.id >= width &&
        term.concept === concept &&
        postings.found[term.id]! > 0 &&
        !isBoilerplate(postings.found[term.id]!, count),
    )
  const information = new Float64Array(width)
  let total = 0
  for (let concept = 0; concept < width; concept++) {
    if (isName[concept] && !onlyNames) continue
    // The question's own words come first among the sought terms, one a concept.
    const found = postings.found[concept]!
    const saidByAll = isBoilerplate(found, count) && standIn(concept)
    information[concept] = informationOf(saidByAll ? STAND_IN_SHARE * count : found, count)
    total += information[concept]!
  }
  const worth = terms.sought.map(
    ({ id, concept, weight }) =>
      weight * Math.min(information[concept]!, informationOf(postings.found[id]!, count)),
  )

  const own = new Float32Array(index.size * width)
  const covered = new Float32Array(index.size * width)
  const mentions = new Uint8Array(index.size)
  const { k1, b } = weights
  for (let i = 0; i < postings.size; i++) {
    const row = postings.rows[i]!
    const id = postings.sought[i]!
    const { concept, isLoose } = terms.sought[id]!
    if (id < width && isName[concept]) mentions[row] = 1
    const value = worth[id]!
    const frequency = postings.counts[i]!
    const norm = k1 * (1 - b + (b * index.lengths[row]!) / visible.meanLength)
    const cell = row * width + concept
    own[cell] = Math.max(own[cell]!, (value * frequency * (k1 + 1)) / (frequency + norm))
    covered[cell] = Math.max(covered[cell]!, isLoose ? LOOSE_COVERS * value : value)
  }
  const names = new Set(terms.concepts.filter((_, i) => isName[i]).map(({ hash }) => hash))
  return {
    width,
    total,
    own,
    context: contextOf(index, own, width, visible),
    covered,
    speaks: spokenBy(index, names, visible),
    mentions,
  }
}

/**
 * What the conversation around each row says: an answer is told next to its question, and a subject
 * that was named is not named again. It carries on from row to row, weaker each time.
 */
function contextOf(
  index: PersonaIndex,
  own: Float32Array,
  width: number,
  { rows, before, after }: VisibleRows,
): Float32Array {
  const context = new Float32Array(own.length)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    const from = before[row]!
    if (from < 0) continue
    const step = index.cues[from]! & CUES.asks ? weights.afterQuestion : weights.afterStatement
    for (let concept = 0; concept < width; concept++) {
      const said = own[from * width + concept]!
      const carried = context[from * width + concept]!
      if (said > 0 || carried > 0) {
        context[row * width + concept] = Math.max(step * said, weights.carriedOn * carried)
      }
    }
  }
  // Backwards in place: a row's forward context must not run back through the row after it.
  const back = new Float32Array(width)
  for (let r = rows.length - 1; r >= 0; r--) {
    const row = rows[r]!
    const from = after[row]!
    for (let concept = 0; concept < width; concept++) {
      const said = from < 0 ? 0 : own[from * width + concept]!
      const value =
        from < 0
          ? 0
          : Math.max(weights.beforeStatement * said, weights.carriedBack * back[concept]!)
      back[concept] = value
      const cell = row * width + concept
      if (value > context[cell]!) context[cell] = value
    }
  }
  return context
}

function spokenBy(
  index: PersonaIndex,
  names: ReadonlySet<number>,
  { rows }: VisibleRows,
): Uint8Array {
  const speaks = new Uint8Array(index.size)
  if (names.size === 0) return speaks
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    const end = index.speakerStarts[row + 1]!
    for (let i = index.speakerStarts[row]!; i < end; i++) {
      if (names.has(index.speakers[i]!)) speaks[row] = 1
    }
  }
  return speaks
}
