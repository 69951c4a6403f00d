import {
  END_OF_SKILL,
  type AnswerCondition,
  type Question,
} from '../../../../../shared/contract/questions.ts'
import { put } from './put.ts'

/** What a test of an answer names, under its old and its new name. */
type Renaming = {
  readonly id: readonly [before: string, after: string]
  readonly options: ReadonlyMap<string, string>
}

/**
 * The other questions after one has changed: conditions, jumps and `{{answers.id}}` follow its id,
 * and tests of a reworded option follow the wording.
 */
export function followChange(
  others: readonly Question[],
  before: Question,
  after: Question,
): Question[] {
  const renaming = { id: [before.id, after.id] as const, options: reworded(before, after) }
  if (before.id === after.id && renaming.options.size === 0) return [...others]
  return others.map((question) => follow(question, renaming))
}

/** A question that refers to itself, as to where its answer leads, follows too. */
export function followOwn(before: Question, after: Question): Question {
  return followChange([after], before, after)[0]!
}

/** Options that say something else in the same place. */
function reworded(before: Question, after: Question): Map<string, string> {
  const was = 'options' in before ? before.options : []
  const is = 'options' in after ? after.options : []
  if (was.length !== is.length) return new Map()
  const changed = was.flatMap((text, at) => (text === is[at] ? [] : [[text, is[at]!] as const]))
  return changed.length === 1 ? new Map(changed) : new Map()
}

function follow(question: Question, renaming: Renaming): Question {
  const [from, to] = renaming.id
  const { showIf, skipTo } = question
  const text = question.text.replaceAll(
    /\{\{(\s*answers\.)([^{}\s]+)(\s*)\}\}/g,
    (all, start: string, id: string, end: string) =>
      id === from ? `{{${start}${to}${end}}}` : all,
  )
  const shown = put<Question, 'showIf'>(
    { ...question, text },
    'showIf',
    showIf && rename(showIf, renaming),
  )
  const jumps = skipTo?.map((jump) => ({
    when: rename(jump.when, renaming),
    to: jump.to === from && jump.to !== END_OF_SKILL ? to : jump.to,
  }))
  return put<Question, 'skipTo'>(shown, 'skipTo', jumps)
}

function rename(condition: AnswerCondition, renaming: Renaming): AnswerCondition {
  if ('all' in condition) return { all: condition.all.map((each) => rename(each, renaming)) }
  if ('any' in condition) return { any: condition.any.map((each) => rename(each, renaming)) }
  if ('not' in condition) return { not: rename(condition.not, renaming) }
  const [from, to] = renaming.id
  if (condition.questionId !== from) return condition
  const { value, ...test } = condition
  const say = <Value extends string | number>(one: Value) =>
    typeof one === 'string' ? (renaming.options.get(one) ?? one) : one
  if (value === undefined) return { ...test, questionId: to }
  return { ...test, questionId: to, value: Array.isArray(value) ? value.map(say) : say(value) }
}
