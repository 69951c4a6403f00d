import type { AnswerTest, Question } from '../../../../../shared/contract/questions.ts'
import { answerTexts, valueAt } from '../../questions/ask-question.ts'

/** Why a test can never be passed by an answer to the question; empty: nothing speaks against it. */
export function findTestFaults(question: Question, test: AnswerTest): string[] {
  const { op } = test
  if (op === 'answered') return test.value === undefined ? [] : [`"answered" takes no value.`]
  if (test.value === undefined) return [`"${op}" needs a value.`]
  const accepted = opsOf(question)
  if (!accepted.includes(op)) {
    const possible = ['answered', ...accepted].map((each) => `"${each}"`).join(', ')
    return [`An answer to ${question.id} cannot be tested by "${op}", only by ${possible}.`]
  }
  const known = knownAnswers(question)
  const values = Array.isArray(test.value) ? test.value : [test.value]
  if (!known || ['lt', 'lte', 'gt', 'gte'].includes(op)) return []
  return values
    .filter((value) => !known.includes(value))
    .map((value) => `“${value}” is not an answer to ${question.id}.`)
}

function opsOf(question: Question): AnswerTest['op'][] {
  switch (question.type) {
    case 'single':
    case 'yesno':
      return ['eq', 'neq', 'in']
    case 'likert':
    case 'nps':
    case 'numeric':
      return ['eq', 'neq', 'in', 'lt', 'lte', 'gt', 'gte']
    case 'multi':
    case 'rank':
      return ['includes']
    default:
      return []
  }
}

/** Undefined where there are too many to list. */
function knownAnswers(question: Question): readonly (string | number)[] | undefined {
  if (question.type === 'multi' || question.type === 'rank') return question.options
  const texts = answerTexts(question)
  return texts.length === 0 ? undefined : texts.map((_, i) => valueAt(question, i))
}
