import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readChoice } from '../read-choice.ts'
import { valid } from '../reading.ts'

export const likert: QuestionKind<QuestionOf<'likert'>> = {
  mapTexts: (question, map) => ({
    ...question,
    labels: question.labels.map(map),
    ...(question.references && { references: question.references.map((set) => set.map(map)) }),
  }),
  names: () => [],
  ordered: (question) => question,
  choices: ({ labels }) => labels.map((label, i) => `${i + 1}. ${label}`),
  form: () => 'one of the labels above, word for word',
  read: ({ labels }, said) => {
    const at = readChoice(labels, said)
    return typeof at === 'number' ? valid(at + 1) : at
  },
  inWords: ({ labels }, value) => labels[Number(value) - 1] ?? String(value),
  typicalTokens: 20,
}
