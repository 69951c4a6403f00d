import type { CriteriaTree, Criterion } from '../../../../shared/contract/cohorts.ts'
import type { Persona } from '../../../../shared/contract/personas.ts'
import { fieldValue, type FieldValue } from './field-value.ts'

type Scalar = string | number | boolean

/**
 * Whether a persona meets the criteria. Text is compared without case and outer space; numbers
 * written as text count as numbers. A persona without the field meets only `exists false`, `neq`
 * and `notIn`: "not retired" includes those whose occupation nobody wrote down.
 */
export function matches(tree: CriteriaTree, persona: Persona): boolean {
  if ('all' in tree) return tree.all.every((part) => matches(part, persona))
  if ('any' in tree) return tree.any.some((part) => matches(part, persona))
  if ('not' in tree) return !matches(tree.not, persona)
  return meets(tree, fieldValue(persona, tree.field))
}

function meets({ op, value }: Criterion, found: FieldValue): boolean {
  switch (op) {
    case 'exists':
      return (found !== undefined && found !== null && found !== '') === (value !== false)
    case 'eq':
      return scalars(found).some((one) => equal(one, value as Scalar))
    case 'neq':
      return !scalars(found).some((one) => equal(one, value as Scalar))
    case 'in':
      return scalars(found).some((one) => asList(value).some((wanted) => equal(one, wanted)))
    case 'notIn':
      return !scalars(found).some((one) => asList(value).some((wanted) => equal(one, wanted)))
    case 'contains':
      return scalars(found).some((one) => plain(one).includes(plain(value as Scalar)))
    case 'lt':
      return compares(found, value, (a, b) => a < b)
    case 'lte':
      return compares(found, value, (a, b) => a <= b)
    case 'gt':
      return compares(found, value, (a, b) => a > b)
    case 'gte':
      return compares(found, value, (a, b) => a >= b)
  }
}

function compares(
  found: FieldValue,
  value: Criterion['value'],
  holds: (a: number, b: number) => boolean,
): boolean {
  const [a, b] = [toNumber(found), toNumber(value)]
  return a !== undefined && b !== undefined && holds(a, b)
}

function scalars(found: FieldValue): readonly Scalar[] {
  if (found === undefined || found === null) return []
  return Array.isArray(found) ? found : [found as Scalar]
}

function asList(value: Criterion['value']): readonly Scalar[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function equal(a: Scalar, b: Scalar | undefined): boolean {
  if (b === undefined) return false
  const [x, y] = [toNumber(a), toNumber(b)]
  return x !== undefined && y !== undefined ? x === y : plain(a) === plain(b)
}

function plain(value: Scalar | undefined): string {
  return String(value).trim().toLocaleLowerCase('en')
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
