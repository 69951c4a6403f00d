import { expect, it } from 'vitest'
import {
  questionTypes,
  Question,
  type AnswerCondition,
} from '../../../../../shared/contract/questions.ts'
import { checkLogic } from '../../../../../main/engine/domain/skills/logic/check-logic.ts'
import { comparisonsOf, fromFlat, toFlat, withComparison } from './condition.ts'
import { newQuestion } from './new-question.ts'

const car = { questionId: 'q1', op: 'eq', value: 'Car' } as const
const old = { questionId: 'q2', op: 'gte', value: 60 } as const

it.each<AnswerCondition>([car, { not: car }, { all: [car, { not: old }] }, { any: [car, old] }])(
  'reads a list of tests and writes it again: %j',
  (condition) => {
    expect(fromFlat(toFlat(condition)!)).toEqual(condition)
  },
)

it('leaves a nested condition alone', () => {
  expect(toFlat({ any: [car, { all: [car, old] }] })).toBeUndefined()
  expect(fromFlat(toFlat(undefined)!)).toBeUndefined()
})

it.each(questionTypes)('offers for %s only tests that can hold', (type) => {
  const first = Question.parse({ ...newQuestion([], type), text: 'Well?' })
  const open = Question.parse({ id: 'next', type: 'open', text: 'Why?' })
  for (const comparison of comparisonsOf(first)) {
    const showIf = fromFlat({ join: 'all', rows: [withComparison(first, comparison)] })!
    const findings = checkLogic({ questions: [first, { ...open, showIf }] })
    expect(findings.filter(({ code }) => code === 'impossible_test')).toEqual([])
  }
})
