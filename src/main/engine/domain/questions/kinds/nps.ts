import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readNumber } from '../read-number.ts'
import { invalid, valid } from '../reading.ts'

export const nps: QuestionKind<QuestionOf<'nps'>> = {
  mapTexts: (question, map) => ({
    ...question,
    ...(question.references && { references: question.references.map((set) => set.map(map)) }),
  }),
  names: () => [],
  ordered: (question) => question,
  choices: () => ['A whole number from 0 (not at all likely) to 10 (extremely likely).'],
  form: () => 'the number alone',
  read: (_, said) => {
    const value = readNumber(said.replace(/\s*(?:\/|out of|of)\s*10\b/i, ''))
    if (typeof value !== 'number') return value
    const isPoint = Number.isInteger(value) && value >= 0 && value <= 10
    return isPoint ? valid(value) : invalid(`${value} is not a whole number from 0 to 10`)
  },
  inWords: (_, value) => String(value),
  typicalTokens: 15,
}
