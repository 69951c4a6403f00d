import type { AnswerCondition, AnswerTest } from '../../../../../shared/contract/questions.ts'
import { listOf, numberOf, own, partOf, textOf } from './parts.ts'

/** How answers to a question of the file are tested: by chosen key, or by number. */
export type Target = {
  readonly id: string
  readonly op: 'eq' | 'includes' | 'number' | 'none'
  /** The answer that a choice of the file is. */
  readonly values: ReadonlyMap<string, string | number>
}
export type FindTarget = (qid: string) => Target | undefined

/** A condition, or in words why there is none. */
export type ReadCondition = { readonly condition: AnswerCondition } | { readonly fault: string }

/** A BooleanExpression: sets joined by AndIf and OrIf, of tests joined by And and Or. */
export function readLogic(logic: unknown, find: FindTarget): ReadCondition {
  const sets = listOf(logic).map((set) => ({
    isOr: own(set, 'Type') === 'OrIf',
    read: joined(
      listOf(set).map((test) => ({
        isOr: /^or$/i.test(textOf(own(test, 'Conjuction') ?? own(test, 'Conjunction'))),
        read: readTest(test, find),
      })),
    ),
  }))
  return joined(sets)
}

/** One test; the words of SkipLogic, which calls its operator a condition, are taken too. */
export function readTest(test: unknown, find: FindTarget): ReadCondition {
  const kind = own(test, 'LogicType')
  if (kind !== undefined && kind !== 'Question')
    return { fault: `it looks at ${nameOfKind(textOf(kind))}, not at an answer` }
  const locator = textOf(
    own(test, 'LeftOperand') ?? own(test, 'ChoiceLocator') ?? own(test, 'Locator'),
  )
  const [, qid, what] = /^q:\/\/([^/]+)\/(.+)$/.exec(locator) ?? []
  if (!qid || !what) return { fault: `“${locator.slice(0, 80)}” is not an answer` }
  const target = find(qid)
  if (!target) return { fault: `the question it looks at (${qid.slice(0, 40)}) is not taken over` }
  const operator = textOf(own(test, 'Operator') ?? own(test, 'Condition'))
  return (
    readChosen(target, what, operator) ??
    readNumber(target, what, { operator, value: numberOf(own(test, 'RightOperand')) }) ??
    readAnswered(target, what, { operator, value: numberOf(own(test, 'RightOperand')) }) ?? {
      fault: `“${operator.slice(0, 40)}” of ${target.id} cannot be tested here`,
    }
  )
}

function readChosen({ id, op, values }: Target, what: string, operator: string) {
  const key = /^(?:SelectableChoice|SelectableAnswer)\/([^/]+)$/.exec(what)?.[1]
  const value = key === undefined ? undefined : values.get(key)
  if (value === undefined || (op !== 'eq' && op !== 'includes')) return undefined
  const test: AnswerTest = { questionId: id, op, value }
  if (operator === 'Selected') return { condition: test }
  return operator === 'NotSelected' ? { condition: { not: test } } : undefined
}

const numberOps: Readonly<Record<string, AnswerTest['op']>> = {
  EqualTo: 'eq',
  NotEqualTo: 'neq',
  GreaterThan: 'gt',
  GreaterThanOrEqual: 'gte',
  LessThan: 'lt',
  LessThanOrEqual: 'lte',
}
type Compared = { readonly operator: string; readonly value: number | undefined }

function readNumber({ id, op }: Target, what: string, { operator, value }: Compared) {
  const known = Object.hasOwn(numberOps, operator) ? numberOps[operator] : undefined
  if (op !== 'number' || !known || value === undefined) return undefined
  if (!/^Choice(?:TextEntryValue|NumericEntryValue)/.test(what)) return undefined
  return { condition: { questionId: id, op: known, value } }
}

function readAnswered({ id }: Target, what: string, { operator, value }: Compared) {
  const answered: AnswerCondition = { questionId: id, op: 'answered' }
  const isCount = what === 'SelectedChoicesCount' && value === 0
  const isText = what.startsWith('ChoiceTextEntryValue')
  if ((isText && operator === 'NotEmpty') || (isCount && operator === 'GreaterThan'))
    return { condition: answered }
  if ((isText && operator === 'Empty') || (isCount && operator === 'EqualTo'))
    return { condition: { not: answered } }
  return undefined
}

type Joint = { readonly isOr: boolean; readonly read: ReadCondition }

/** "And" binds before "or". One part that cannot be read spoils the whole, whose sense it bears. */
function joined(parts: readonly Joint[]): ReadCondition {
  const alternatives: AnswerCondition[][] = []
  for (const [i, { isOr, read }] of parts.entries()) {
    if ('fault' in read) return read
    if (i === 0 || isOr) alternatives.push([read.condition])
    else alternatives.at(-1)!.push(read.condition)
  }
  if (alternatives.length === 0) return { fault: 'it is empty' }
  return { condition: anyOf(alternatives.map((all) => (all.length > 1 ? { all } : all[0]!))) }
}

/** Several answers to one question are one test. */
function anyOf(any: AnswerCondition[]): AnswerCondition {
  const tests = any.flatMap((each) => ('op' in each && each.op === 'eq' ? [each] : []))
  const first = tests[0]
  if (any.length === 1) return any[0]!
  const isOne =
    tests.length === any.length && tests.every((it) => it.questionId === first!.questionId)
  if (!isOne) return { any }
  return {
    questionId: first!.questionId,
    op: 'in',
    value: tests.flatMap(({ value }) => value ?? []),
  }
}

const kinds: Readonly<Record<string, string>> = {
  EmbeddedField: 'embedded data',
  PanelData: 'the contact list',
  DeviceType: 'the device',
  GeoIP: 'the place of the device',
  Quota: 'a quota',
}

function nameOfKind(kind: string): string {
  return Object.hasOwn(kinds, kind) ? kinds[kind]! : `“${kind.slice(0, 40)}”`
}

/** Whether an element has logic at all. */
export function hasLogic(logic: unknown): boolean {
  return Object.keys(partOf(logic)).length > 0
}
