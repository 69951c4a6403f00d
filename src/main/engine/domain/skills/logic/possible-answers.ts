import type { AnswerTest, Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import { valueAt, answerTexts } from '../../questions/ask-question.ts'

export type PossibleAnswer = AnswerValue | null

/** Of several choices, only those that tests name are told apart; more than this many are not. */
const MAX_NAMED = 6

/**
 * Answers that stand for all others as far as the tests of a question can tell: one per option,
 * point or stretch between the numbers tested, and null for none.
 */
export function possibleAnswers(
  question: Question,
  tests: readonly AnswerTest[],
): PossibleAnswer[] {
  switch (question.type) {
    case 'single':
    case 'likert':
    case 'yesno':
    case 'nps':
      return [null, ...answerTexts(question).map((_, i) => valueAt(question, i))]
    case 'numeric':
      return [null, ...numbersBetween(question, tests)]
    case 'multi':
      return [null, ...subsets(question.options, tests)]
    case 'rank':
      return [null, question.options]
    default:
      return [null, 'answered']
  }
}

function numbersBetween(
  { min, max }: Extract<Question, { type: 'numeric' }>,
  tests: readonly AnswerTest[],
): number[] {
  const named = tests
    .flatMap(({ value }) => value ?? [])
    .filter((value) => typeof value === 'number')
  const marks = [...new Set([min, ...named, max])]
    .filter((mark) => mark >= min && mark <= max)
    .toSorted((a, b) => a - b)
  return marks.flatMap((mark, i) => {
    const next = marks[i + 1]
    return next === undefined ? [mark] : [mark, (mark + next) / 2]
  })
}

function subsets(options: readonly string[], tests: readonly AnswerTest[]): string[][] {
  const named = new Set(
    tests.map(({ value }) => value).filter((value) => typeof value === 'string'),
  )
  const told = options.filter((option) => named.has(option)).slice(0, MAX_NAMED)
  const rest = options.filter((option) => !told.includes(option)).slice(0, 1)
  return Array.from({ length: 2 ** told.length }, (_, bits) => {
    const chosen = told.filter((__, i) => bits & (1 << i))
    return chosen.length === 0 ? rest : chosen
  }).filter((chosen) => chosen.length > 0)
}
