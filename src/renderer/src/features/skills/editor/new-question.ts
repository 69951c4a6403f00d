import type { Question, QuestionType } from '../../../../../shared/contract/questions.ts'
import { questionDefaults } from './question-defaults.ts'

/** A question of this type that keeps what all types have. */
export function asType(question: Question, type: QuestionType): Question {
  const { id, text, allowDontKnow, block, showIf, skipTo } = question
  const logic = { ...(block && { block }), ...(showIf && { showIf }), ...(skipTo && { skipTo }) }
  return { id, text, allowDontKnow, ...logic, ...questionDefaults[type] } as Question
}

/** The first `q1`, `q2`… that is free. */
export function newQuestion(
  questions: readonly Question[],
  type: QuestionType = 'single',
): Question {
  const id = freeId(questions, 'q', questions.length + 1)
  return asType({ id, text: '', allowDontKnow: false, type: 'open' }, type)
}

/** The same question under an id of its own. Where it leads on to is left out: it stands elsewhere. */
export function copyOf(question: Question, questions: readonly Question[]): Question {
  const stem = `${question.id.slice(0, 58)}-`
  const { skipTo: _elsewhere, ...rest } = structuredClone(question)
  return { ...rest, id: freeId(questions, stem, 2) } as Question
}

function freeId(questions: readonly Question[], stem: string, from: number): string {
  let number = from
  while (questions.some(({ id }) => id === `${stem}${number}`)) number += 1
  return `${stem}${number}`
}
