import {
  END_OF_SKILL,
  type AnswerCondition,
  type AnswerTest,
  type Question,
} from '../../../../../shared/contract/questions.ts'
import type { LogicEdge } from '../../../../../shared/contract/skill-logic.ts'

/** Where answers lead, question by question: what a picture of the logic draws. */
export function logicEdges(questions: readonly Question[]): LogicEdge[] {
  return questions.flatMap((question, at) => {
    const next = questions[at + 1]
    const jumps = (question.skipTo ?? []).map(({ when, to }) => ({
      from: question.id,
      to,
      when: inWords(when),
    }))
    const onward = { from: question.id, to: next?.id ?? END_OF_SKILL }
    return [...jumps, { ...onward, when: next?.showIf ? inWords(next.showIf) : null }]
  })
}

/** "q1 is “Car” and q2 is at least 3". */
export function inWords(condition: AnswerCondition): string {
  if ('all' in condition) return condition.all.map(inner).join(' and ')
  if ('any' in condition) return condition.any.map(inner).join(' or ')
  if ('not' in condition) return `not ${inner(condition.not)}`
  return testInWords(condition)
}

function inner(condition: AnswerCondition): string {
  const words = inWords(condition)
  return 'all' in condition || 'any' in condition ? `(${words})` : words
}

function testInWords({ questionId, op, value }: AnswerTest): string {
  const shown = [value ?? ''].flat().map((each) => (typeof each === 'string' ? `“${each}”` : each))
  return `${questionId} ${opWords[op]}${op === 'answered' ? '' : ` ${shown.join(' or ')}`}`
}

const opWords: Readonly<Record<AnswerTest['op'], string>> = {
  answered: 'is answered',
  eq: 'is',
  neq: 'is answered, but not',
  in: 'is',
  includes: 'includes',
  lt: 'is below',
  lte: 'is at most',
  gt: 'is above',
  gte: 'is at least',
}
