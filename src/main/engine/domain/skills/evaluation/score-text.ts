import type { EvaluationRule } from '../../../../../shared/contract/skill-evaluation.ts'
import { foldText } from '../../../../../shared/fold-text.ts'
import { similarityShares, withoutRounding } from '../../questions/similarity-rating.ts'
import { countWords } from './rule-scores.ts'
import { sentimentOf } from '../../text/sentiment/sentiment.ts'

export type TextScore = { readonly score: number | null; readonly explanation: string }
type RuleOf<T extends EvaluationRule['type']> = Extract<EvaluationRule, { type: T }>

export function scoreSentiment(text: string): TextScore {
  const sentiment = sentimentOf(text)
  if (!sentiment)
    return { score: null, explanation: 'Not scored: the words are known for English only' }
  const { score, found } = sentiment
  if (found.length === 0) return { score: 0, explanation: 'No word tells a feeling' }
  return { score: round(score), explanation: `By ${listed(found)}` }
}

export function scoreKeywords({ words, want }: RuleOf<'keywords'>, text: string): TextScore {
  const said = ` ${toWords(text)} `
  const found = words.filter((word) => said.includes(` ${toWords(word)} `))
  const holds =
    want === 'any'
      ? found.length > 0
      : want === 'all'
        ? found.length === words.length
        : found.length === 0
  const explanation = found.length === 0 ? 'None is said' : `Said: ${listed(found)}`
  return { score: holds ? 1 : 0, explanation }
}

export function scoreLength({ min, max }: RuleOf<'length'>, text: string): TextScore {
  const length = countWords(text)
  const within = length >= min && length <= max
  const place = within ? 'within' : length < min ? 'under' : 'over'
  return {
    score: within ? 1 : 0,
    explanation: `${length} ${length === 1 ? 'word' : 'words'}, ${place} ${min}–${max}`,
  }
}

/** @param cosines  of the answer with each statement, −1 … 1 */
export function scoreSimilarity(cosines: readonly number[]): TextScore {
  const shares = similarityShares([withoutRounding(cosines)])
  if (!shares) return { score: null, explanation: 'Not scored: it is as near to every statement' }
  const nearest = shares.indexOf(Math.max(...shares))
  return {
    score: round(shares.reduce((sum, share, at) => sum + share * (at + 1), 0)),
    explanation: `Nearest to statement ${nearest + 1} of ${shares.length}`,
  }
}

export function scorePattern(match: string | null): TextScore {
  if (match === null) return { score: 0, explanation: 'Does not match' }
  return { score: 1, explanation: match === '' ? 'Matches' : `Matches “${shorten(match)}”` }
}

/** Case, accents and marks aside, one space between words. */
function toWords(text: string): string {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}

function listed(words: readonly string[]): string {
  const different = [...new Set(words)]
  const shown = different.slice(0, 5).map((word) => `“${shorten(word)}”`)
  return shown.join(', ') + (different.length > 5 ? ' …' : '')
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
