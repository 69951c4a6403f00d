import type { Question } from '../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../shared/contract/runs.ts'
import { alignOptions } from './align-options.ts'
import { kindOf } from './kinds/index.ts'
import { renameIn } from './rename-in.ts'

/**
 * The answer with options and rows as they are written in the skill, whatever a condition filled
 * in: that is how they are counted.
 */
export function toTemplate(template: Question, shown: Question, value: AnswerValue): AnswerValue {
  const [written, read] = [kindOf(template).names(template), kindOf(shown).names(shown)]
  if (written.length === 0 || written.length !== read.length) return value
  const places = alignOptions(written, read)
  const known = new Map(places.map((place, i) => [read[place]!, written[i]!]))
  return renameIn(value, (text) => known.get(text) ?? text) as AnswerValue
}
