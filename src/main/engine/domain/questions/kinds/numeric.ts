import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readNumber } from '../read-number.ts'
import { invalid, valid } from '../reading.ts'

export const numeric: QuestionKind<QuestionOf<'numeric'>> = {
  mapTexts: (question) => question,
  names: () => [],
  ordered: (question) => question,
  choices: ({ min, max, unit }) => [`A number from ${min} to ${max}${unit ? ` ${unit}` : ''}.`],
  form: () => 'the number alone',
  read: ({ min, max, decimals }, said) => {
    const value = readNumber(said)
    if (typeof value !== 'number') return value
    if (value < min || value > max) return invalid(`${value} is not between ${min} and ${max}`)
    return valid(Number(value.toFixed(decimals)))
  },
  inWords: ({ unit }, value) => `${String(value)}${unit ? ` ${unit}` : ''}`,
  typicalTokens: 15,
}
