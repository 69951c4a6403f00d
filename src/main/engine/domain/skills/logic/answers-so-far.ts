import type { AnswerCondition, AnswerTest } from '../../../../../shared/contract/questions.ts'
import type { AnswerStatus, AnswerValue } from '../../../../../shared/contract/runs.ts'

/** Answers given so far by question id; a question that was not asked has none. */
export type AnswersSoFar = ReadonlyMap<
  string,
  { readonly status: AnswerStatus; readonly value: AnswerValue | null }
>

/** Whether a condition holds. A test of a question without a valid answer does not. */
export function holds(condition: AnswerCondition, answers: AnswersSoFar): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, answers))
  if ('any' in condition) return condition.any.some((each) => holds(each, answers))
  if ('not' in condition) return !holds(condition.not, answers)
  const value = answers.get(condition.questionId)?.value
  return value !== undefined && value !== null && passes(condition, value)
}

function passes({ op, value: wanted }: AnswerTest, value: AnswerValue): boolean {
  switch (op) {
    case 'answered':
      return true
    case 'eq':
      return value === wanted
    case 'neq':
      return value !== wanted
    case 'in':
      return Array.isArray(wanted) && wanted.some((each) => each === value)
    case 'includes':
      return Array.isArray(value) && value.some((each) => each === wanted)
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return typeof value === 'number' && typeof wanted === 'number' && compare[op](value, wanted)
  }
}

const compare = {
  lt: (a: number, b: number) => a < b,
  lte: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  gte: (a: number, b: number) => a >= b,
}

/** Every test in a condition. */
export function testsOf(condition: AnswerCondition): AnswerTest[] {
  if ('all' in condition) return condition.all.flatMap(testsOf)
  if ('any' in condition) return condition.any.flatMap(testsOf)
  return 'not' in condition ? testsOf(condition.not) : [condition]
}
