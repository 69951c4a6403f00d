import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { QuestionKind } from '../question-kind.ts'
import { readChoice } from '../read-choice.ts'
import { valid, type Reading } from '../reading.ts'

export const yesno: QuestionKind<QuestionOf<'yesno'>> = {
  mapTexts: (question, map) => ({
    ...question,
    ...(question.references && { references: question.references.map((set) => set.map(map)) }),
  }),
  names: () => [],
  ordered: (question) => question,
  choices: () => ['- Yes', '- No'],
  form: () => '"Yes" or "No"',
  read: (_, said) => readYesNo(said),
  inWords: (_, value) => (value === 'yes' ? 'Yes' : 'No'),
  typicalTokens: 15,
}

/** `yes` or `no`; numbers and letters of options do not count. */
export function readYesNo(said: string): Reading {
  const first = /^["“'*_\s]*(yes|no)\b/i.exec(said)?.[1]
  if (first && !/\b(?:yes|no)\b/i.test(said.slice(said.indexOf(first) + first.length)))
    return valid(first.toLowerCase())
  const at = readChoice(['Yes', 'No'], said)
  return typeof at === 'number' ? valid(at === 0 ? 'yes' : 'no') : at
}
