import type { CriteriaTree, Criterion } from '../../../../shared/contract/cohorts.ts'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { fieldReader, type FieldValue } from './field-value.ts'

type Scalar = string | number | boolean
export type Matcher = (persona: Persona) => boolean
type Test = (found: FieldValue) => boolean
type ScalarTest = (one: Scalar) => boolean

/**
 * Whether a persona meets the criteria. Text is compared without case and outer space; numbers
 * written as text count as numbers. A persona without the field meets only `exists false`, `neq`
 * and `notIn`: "not retired" includes those whose occupation nobody wrote down.
 */
export function matches(tree: CriteriaTree, persona: Persona): boolean {
  return matcherOf(tree)(persona)
}

/** The same for many personas: what does not depend on the persona is worked out once. */
export function matcherOf(tree: CriteriaTree): Matcher {
  if ('all' in tree) {
    const parts = tree.all.map(matcherOf)
    return (persona) => parts.every((part) => part(persona))
  }
  if ('any' in tree) {
    const parts = tree.any.map(matcherOf)
    return (persona) => parts.some((part) => part(persona))
  }
  if ('not' in tree) {
    const inner = matcherOf(tree.not)
    return (persona) => !inner(persona)
  }
  const read = fieldReader(tree.field)
  const test = testOf(tree)
  return (persona) => test(read(persona))
}

function testOf({ op, value }: Criterion): Test {
  switch (op) {
    case 'exists':
      return (found) =>
        (found !== undefined && found !== null && found !== '') === (value !== false)
    case 'eq':
      return someOf(equalsAny([value as Scalar]))
    case 'neq':
      return noneOf(equalsAny([value as Scalar]))
    case 'in':
      return someOf(equalsAny(asList(value)))
    case 'notIn':
      return noneOf(equalsAny(asList(value)))
    case 'contains': {
      const part = plain(value as Scalar)
      return someOf((one) => plain(one).includes(part))
    }
    case 'lt':
      return compares(value, (a, b) => a < b)
    case 'lte':
      return compares(value, (a, b) => a <= b)
    case 'gt':
      return compares(value, (a, b) => a > b)
    case 'gte':
      return compares(value, (a, b) => a >= b)
  }
}

function someOf(test: ScalarTest): Test {
  const remembered = rememberingTexts(test)
  return (found) => {
    if (found === undefined || found === null) return false
    return Array.isArray(found) ? found.some(remembered) : remembered(found as Scalar)
  }
}

function noneOf(test: ScalarTest): Test {
  const isAny = someOf(test)
  return (found) => !isAny(found)
}

/** People share most of their words: a city is compared once, not once for everybody in it. */
function rememberingTexts(test: ScalarTest): ScalarTest {
  const known = new Map<string, boolean>()
  return (one) => {
    if (typeof one !== 'string') return test(one)
    let answer = known.get(one)
    if (answer === undefined) known.set(one, (answer = test(one)))
    return answer
  }
}

/** Numbers, however written, equal numbers; all else equals what reads the same. */
function equalsAny(wanted: readonly (Scalar | undefined)[]): ScalarTest {
  const given = wanted.filter((one) => one !== undefined)
  const texts = new Set(given.map(plain))
  const numbers = new Set(given.flatMap((one) => toNumber(one) ?? []))
  const words = new Set(given.filter((one) => toNumber(one) === undefined).map(plain))
  return (one) => {
    const number = toNumber(one)
    if (number === undefined) return texts.has(plain(one))
    return numbers.has(number) || (words.size > 0 && words.has(plain(one)))
  }
}

function compares(value: Criterion['value'], holds: (a: number, b: number) => boolean): Test {
  const b = toNumber(value)
  if (b === undefined) return () => false
  return (found) => {
    const a = toNumber(found)
    return a !== undefined && holds(a, b)
  }
}

function asList(value: Criterion['value']): readonly Scalar[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function plain(value: Scalar | undefined): string {
  return String(value).trim().toLocaleLowerCase('en')
}

/** Undefined for what is no finite number, written or not. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
