import type { Question } from '../../../../shared/contract/questions.ts'
import type { Answer, AnswerValue } from '../../../../shared/contract/runs.ts'
import { kindOf } from './kinds/index.ts'
import { readable } from './readable.ts'
import { renameIn } from './rename-in.ts'
import { hasBlanks, mapTexts } from './texts.ts'

/** What stands in for an answer that does not count. */
export const nonAnswerWords = {
  dont_know: 'Don’t know',
  refused: 'Refused',
  invalid: 'Not understood',
} as const

/**
 * An answer as people read it: "60 to A, 40 to B", "Don’t know", "Not understood: …" with its text.
 *
 * @param shown  the question with its variables filled; what is not filled is a blank with its name
 */
export function answerInWords(
  template: Question,
  shown: Question,
  { status, value, text }: Pick<Answer, 'status' | 'value' | 'text'>,
): string {
  if (status === 'invalid') return `${nonAnswerWords.invalid}: ${text.trim() || 'nothing was said'}`
  if (status !== 'valid' || value === null) return nonAnswerWords[status as 'refused'] ?? text
  return validInWords(template, shown, value)
}

/** A valid answer in words. */
export function validInWords(template: Question, shown: Question, value: AnswerValue): string {
  const filled = hasBlanks(shown) ? mapTexts(shown, readable) : shown
  return kindOf(filled).inWords(filled, asShown(template, filled, value))
}

/** The value with options and rows as they are shown; it is stored as they are written. */
function asShown(template: Question, shown: Question, value: AnswerValue): AnswerValue {
  if (template === shown) return value
  const [written, read] = [kindOf(template).names(template), kindOf(shown).names(shown)]
  const known = new Map(written.map((text, i) => [text, read[i]!]))
  return known.size === 0 ? value : (renameIn(value, (text) => known.get(text) ?? text) as never)
}
