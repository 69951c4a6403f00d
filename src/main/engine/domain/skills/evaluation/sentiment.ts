import { isEnglish } from '../lint/is-english.ts'
import {
  negations,
  negative,
  positive,
  stronger,
  veryNegative,
  veryPositive,
  weaker,
} from './sentiment-words.ts'

/** Words before one that may turn it or change its strength. */
const REACH = 3
/** A negated word is weaker than its opposite, and how sums are drawn into −1 … 1: Hutto & Gilbert (2014). */
const TURNED = -0.74
const FLATTEN = 15
/** What a word counts before it is drawn in: one alone gives 0.44. Ours, as are the two below. */
const PER_POINT = 1.9
const STRONGER = 1.3
const WEAKER = 0.7

export type Sentiment = {
  /** −1 … 1; 0 where nothing tells a feeling. */
  readonly score: number
  /** What was counted, as it was said. */
  readonly found: readonly string[]
}

/**
 * How an English text feels about what it speaks of, by a list of words with negation and strength.
 * Irony, and what is said without a telling word, it does not see.
 *
 * @returns undefined for a text that is not English
 */
export function sentimentOf(text: string): Sentiment | undefined {
  if (!isEnglish(text)) return undefined
  const found: string[] = []
  let sum = 0
  for (const clause of text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[.!?;:]|\bbut\b/)) {
    const words = clause.match(/[a-z]+(?:'[a-z]+)?/g) ?? []
    for (const [at, word] of words.entries()) {
      // A word that turns or strengthens another is not counted for itself: "pretty bad".
      const points = pointsOf(word)
      if (points === 0 || (isDegree(word) && pointsOf(words[at + 1] ?? '') !== 0)) continue
      const before = words.slice(Math.max(0, at - REACH), at)
      const isTurned = before.some((other) => negations.has(other))
      sum += points * strengthFrom(before.at(-1)) * (isTurned ? TURNED : 1)
      found.push(isTurned ? `not ${word}` : word)
    }
  }
  const total = sum * PER_POINT
  return { score: total / Math.sqrt(total * total + FLATTEN), found }
}

function pointsOf(word: string): number {
  if (veryPositive.has(word)) return 2
  if (positive.has(word)) return 1
  if (veryNegative.has(word)) return -2
  return negative.has(word) ? -1 : 0
}

function isDegree(word: string): boolean {
  return word === 'pretty' || word === 'fairly' || word === 'well' || weaker.has(word)
}

function strengthFrom(before: string | undefined): number {
  if (before === undefined) return 1
  if (stronger.has(before)) return STRONGER
  return weaker.has(before) ? WEAKER : 1
}
