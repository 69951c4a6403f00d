import type { CriteriaTree, Criterion } from '../../../../shared/contract/cohorts.ts'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { fieldReader, type FieldValue } from './field-value.ts'

type Scalar = string | number | boolean
export type Matcher = (persona: Persona) => boolean
type Test = (found: FieldValue) => boolean

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
  const test = rememberingTexts(testOf(tree))
  return (persona) => test(read(persona))
}

/** People share most of their words: a city is compared once, not once for everybody in it. */
function rememberingTexts(test: Test): Test {
  const known = new Map<string, boolean>()
  return (found) => {
    if (typeof found !== 'string') return test(found)
    let answer = known.get(found)
    if (answer === undefined) known.set(found, (answer = test(found)))
    return answer
  }
}

function testOf({ op, value }: Criterion): Test {
  switch (op) {
    case 'exists':
      return (found) =>
        (found !== undefined && found !== null && found !== '') === (value !== false)
    case 'eq':
    case 'in':
      return isAnyOf(op === 'eq' ? [value as Scalar] : asList(value))
    case 'neq':
    case 'notIn': {
      const isAny = isAnyOf(op === 'neq' ? [value as Scalar] : asList(value))
      return (found) => !isAny(found)
    }
    case 'contains': {
      const part = plain(value as Scalar)
      return (found) => scalars(found).some((one) => plain(one).includes(part))
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

/** Numbers, however written, equal numbers; all else equals what reads the same. */
function isAnyOf(wanted: readonly (Scalar | undefined)[]): Test {
  const numbers = new Set<number>()
  const texts = new Set<string>()
  const wordsOnly = new Set<string>()
  for (const one of wanted) {
    if (one === undefined) continue
    const number = toNumber(one)
    texts.add(plain(one))
    if (number === undefined) wordsOnly.add(plain(one))
    else numbers.add(number)
  }
  return (found) =>
    scalars(found).some((one) => {
      const number = toNumber(one)
      if (number === undefined) return texts.has(plain(one))
      return numbers.has(number) || wordsOnly.has(plain(one))
    })
}

function compares(value: Criterion['value'], holds: (a: number, b: number) => boolean): Test {
  const b = toNumber(value)
  return (found) => {
    const a = toNumber(found)
    return a !== undefined && b !== undefined && holds(a, b)
  }
}

function scalars(found: FieldValue): readonly Scalar[] {
  if (found === undefined || found === null) return []
  return Array.isArray(found) ? found : [found as Scalar]
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
