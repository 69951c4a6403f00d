import type { Question } from '../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../shared/contract/runs.ts'
import { alignOptions } from './align-options.ts'
import { kindOf } from './kinds/index.ts'

/**
 * The answer with options and rows as they are written in the skill, whatever a condition filled
 * in: that is how they are counted.
 */
export function toTemplate(template: Question, shown: Question, value: AnswerValue): AnswerValue {
  const [written, read] = [kindOf(template).names(template), kindOf(shown).names(shown)]
  if (written.length === 0 || written.length !== read.length) return value
  const places = alignOptions(written, read)
  const known = new Map(places.map((place, i) => [read[place]!, written[i]!]))
  return renamed(value, (text) => known.get(text) ?? text)
}

function renamed(value: AnswerValue, rename: (text: string) => string): AnswerValue {
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') return rename(part)
    if (Array.isArray(part)) return part.map(visit)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [rename(key), visit(each)]))
  }
  return visit(value) as AnswerValue
}
