import type { TimeMention } from './find-times.ts'
import { capitalise } from '../rehearsal/sentences.ts'
import { clip, splitSentences } from './sentences.ts'

const MAX_TITLE = 80
const SHORT_ENOUGH = 60

/** A short title: what the first sentence says, without when. */
export function titleOf(text: string, times: readonly TimeMention[]): string {
  const first = splitSentences(text)[0] ?? text
  const opening = times.find(({ start, end }) => isOpening(first, start) && end < first.length)
  const after = opening ? first.slice(opening.end) : first
  // "Christmas with both parents" is not about being with them.
  const what = /^\s*(?:with|without|of|and|or|at|in)\b/i.test(after) ? first : after
  const words = what.replace(/^[\s,:;.–—)\]-]+/u, '').replace(/[\s.!?…:;,–—-]+$/u, '')
  const clause = words.length > SHORT_ENOUGH ? firstClause(words) : words
  const title = clip(capitalise(clause), MAX_TITLE)
  return title === '' ? clip(text, MAX_TITLE) : title
}

function isOpening(sentence: string, start: number): boolean {
  return /^[\s("'“‘[]*(?:(?:back|then|and|on|in|by|during|since|it was|the|around|about|early|late|mid|\p{L}+day),?\s*)*$/iu.test(
    sentence.slice(0, start),
  )
}

function firstClause(words: string): string {
  const end = /[,;:–—]\s|\s(?:and|but|because|which|who|so that|when|while)\s/u.exec(
    words.slice(20),
  )
  return end ? words.slice(0, end.index + 20) : words
}
