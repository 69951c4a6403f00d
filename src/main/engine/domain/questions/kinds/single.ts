import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readChoice } from '../read-choice.ts'
import { valid } from '../reading.ts'
import { orderedOptions } from './ordered-options.ts'

export const single: QuestionKind<QuestionOf<'single'>> = {
  mapTexts: (question, map) => ({
    ...question,
    options: question.options.map(map),
    ...(question.references && { references: question.references.map((set) => set.map(map)) }),
  }),
  names: ({ options }) => options,
  ordered: orderedOptions,
  choices: ({ options }) => options.map((option) => `- ${option}`),
  form: () => 'one of the options above, word for word',
  read: ({ options }, said) => {
    const at = readChoice(options, said)
    return typeof at === 'number' ? valid(options[at]!) : at
  },
  inWords: (_, value) => String(value),
  typicalTokens: 20,
}
