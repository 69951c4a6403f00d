import { answerItems, answerLine } from './answer-text.ts'
import { nonAnswerOf } from './non-answer.ts'
import { invalid, type Reading } from './reading.ts'

/** How much of a text an answer takes: a line, a list that may go over several, or anything. */
export type Extent = 'line' | 'list' | 'text'

type Reader = {
  /** Reads what stands after "Answer:". */
  read(said: string): Reading
  readonly extent?: Extent
  readonly allowDontKnow: boolean
}

/**
 * Reads an answer without guessing: what is not clearly one of the allowed answers is invalid, with
 * the reason.
 */
export function readStep({ read, extent = 'line', allowDontKnow }: Reader, text: string): Reading {
  if (text.trim() === '') return invalid('it is empty')
  const line = answerLine(text.trim())
  const status = nonAnswerOf(line)
  if (status === 'dont_know' && !allowDontKnow)
    return invalid('“don’t know” is not one of the answers')
  if (status) return { status, value: null }
  if (extent === 'line') return read(line)
  const whole = read(extent === 'list' ? answerItems(text) : text)
  return whole.status === 'valid' ? whole : read(line)
}
