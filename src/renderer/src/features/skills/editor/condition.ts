import type {
  AnswerCondition,
  AnswerTest,
  Question,
} from '../../../../../shared/contract/questions.ts'
import { answerNames } from './answers/answer-names.ts'

export type ConditionRow = { readonly test: AnswerTest; readonly isNegated: boolean }
/** A condition as a list of tests that must all hold, or any of them. */
export type FlatCondition = {
  readonly join: 'all' | 'any'
  readonly rows: readonly ConditionRow[]
}

/** Undefined where a condition is nested deeper than a list shows. */
export function toFlat(condition: AnswerCondition | undefined): FlatCondition | undefined {
  if (!condition) return { join: 'all', rows: [] }
  const join = 'any' in condition ? 'any' : 'all'
  const parts =
    'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  const rows = parts.map(toRow)
  return rows.every((row) => row !== undefined) ? { join, rows } : undefined
}

function toRow(condition: AnswerCondition): ConditionRow | undefined {
  if ('questionId' in condition) return { test: condition, isNegated: false }
  if ('not' in condition && 'questionId' in condition.not)
    return { test: condition.not, isNegated: true }
  return undefined
}

/** Undefined when there is no row: nothing is asked for. */
export function fromFlat({ join, rows }: FlatCondition): AnswerCondition | undefined {
  const parts = rows.map(({ test, isNegated }): AnswerCondition =>
    isNegated ? { not: test } : test,
  )
  if (parts.length < 2) return parts[0]
  return join === 'all' ? { all: parts } : { any: parts }
}

/** A way of testing an answer, as it reads after the question. */
export type Comparison = {
  readonly key: string
  readonly label: string
  readonly op: AnswerTest['op']
  readonly isNegated: boolean
}

const comparison = (key: string, label: string, op: AnswerTest['op'], isNegated = false) => ({
  key,
  label,
  op,
  isNegated,
})
const always = [
  comparison('answered', 'is answered', 'answered'),
  comparison('unanswered', 'is not answered', 'answered', true),
]
const choice = [
  comparison('eq', 'is', 'eq'),
  comparison('neq', 'is answered, but not', 'neq'),
  comparison('in', 'is one of', 'in'),
]
const amount = [
  comparison('gte', 'is at least', 'gte'),
  comparison('lte', 'is at most', 'lte'),
  comparison('gt', 'is above', 'gt'),
  comparison('lt', 'is below', 'lt'),
]
const several = [
  comparison('includes', 'includes', 'includes'),
  comparison('excludes', 'does not include', 'includes', true),
]

/** How answers to a question can be tested. */
export function comparisonsOf(question: Question | undefined): readonly Comparison[] {
  switch (question?.type) {
    case 'single':
    case 'yesno':
      return [...choice, ...always]
    case 'likert':
    case 'nps':
      return [...choice, ...amount, ...always]
    case 'numeric':
      return [...amount, ...choice.slice(0, 2), ...always]
    case 'multi':
    case 'rank':
      return [...several, ...always]
    default:
      return always
  }
}

/** What an answer can be compared with, and how it reads; undefined where it is any number. */
export function valuesOf(
  question: Question | undefined,
): { value: string | number; label: string }[] | undefined {
  switch (question?.type) {
    case 'multi':
    case 'rank':
      return question.options.map((text) => ({ value: text, label: text }))
    case 'yesno':
      return [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]
    case 'single':
      return question.options.map((text) => ({ value: text, label: text }))
    case 'likert':
      return question.labels.map((text, at) => ({ value: at + 1, label: `${at + 1} · ${text}` }))
    case 'nps':
      return answerNames(question).map((text, at) => ({ value: at, label: text }))
    default:
      return undefined
  }
}

/** A test that is complete from the start: the first comparison with the first answer. */
export function firstRow(question: Question): ConditionRow {
  return withComparison(question, comparisonsOf(question)[0]!)
}

export function withComparison(
  question: Question,
  { op, isNegated }: Comparison,
  before?: AnswerTest['value'],
): ConditionRow {
  const test = { questionId: question.id, op }
  if (op === 'answered') return { test, isNegated }
  const first = valuesOf(question)?.[0]?.value ?? (question.type === 'numeric' ? question.min : '')
  const one = [before ?? first].flat()[0] ?? first
  return { test: { ...test, value: op === 'in' ? [before ?? first].flat() : one }, isNegated }
}

export function comparisonOf(
  question: Question | undefined,
  { test, isNegated }: ConditionRow,
): Comparison | undefined {
  return comparisonsOf(question).find((it) => it.op === test.op && it.isNegated === isNegated)
}
