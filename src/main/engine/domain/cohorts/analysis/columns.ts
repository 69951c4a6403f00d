import type { Persona } from '../../../../../shared/contract/personas.ts'
import { traitNames } from '../../../../../shared/contract/personas.ts'
import { fieldReader, type FieldValue } from '../../criteria/field-value.ts'
import { toNumber } from '../../criteria/matches.ts'
import { fieldName } from '../../criteria/sentence.ts'

type Shared = {
  readonly field: string
  readonly label: string
  /** People who have a value. */
  readonly known: number
}
export type NumberColumn = Shared & {
  readonly kind: 'number'
  /** NaN where there is none: shape [people]. */
  readonly values: Float64Array
  /** Largest less smallest. */
  readonly range: number
}
export type CategoryColumn = Shared & {
  readonly kind: 'category' | 'boolean'
  /** Place in `categories`, −1 where there is none: shape [people]. */
  readonly codes: Int32Array
  readonly categories: readonly string[]
}
export type ListColumn = Shared & {
  readonly kind: 'list'
  /** A bit per category, 0 where there is none: shape [people]. */
  readonly bits: Uint32Array
  readonly categories: readonly string[]
}
export type Column = NumberColumn | CategoryColumn | ListColumn

const SEED_FIELDS = [
  'age',
  'gender',
  'education',
  'income',
  'household',
  'location',
  'baseOccupation',
  'language',
]
/** Beyond this, only the attributes most people have are looked at. */
const MOST_ATTRIBUTES = 60
/** Fewer people than this say nothing of anybody. */
const LEAST_KNOWN = 5

/**
 * What can be told of everybody, a column each: who they are, traits, values, and the attributes
 * that at least a few have. Pauses after each column.
 */
export function* readColumns(people: readonly Persona[]): Generator<void, Column[]> {
  const attributes = commonAttributes(people)
  yield
  const columns: Column[] = []
  for (const field of [...SEED_FIELDS, ...traitNames.map((name) => `traits.${name}`), 'values']) {
    columns.push(readColumn(people, field))
    yield
  }
  for (const field of attributes) {
    columns.push(readColumn(people, field))
    yield
  }
  return columns.filter(({ known }) => known > 0)
}

function commonAttributes(people: readonly Persona[]): string[] {
  const counts = new Map<string, number>()
  for (const { attributes } of people)
    for (const key of Object.keys(attributes)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= LEAST_KNOWN)
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST_ATTRIBUTES)
    .map(([key]) => `attributes.${key}`)
}

function readColumn(people: readonly Persona[], field: string): Column {
  const read = fieldReader(field)
  const found = people.map((persona) => present(read(persona)))
  const label = labelOf(field)
  const known = found.reduce<number>((sum, value) => sum + (value === undefined ? 0 : 1), 0)
  const shared = { field, label, known }
  if (field === 'values') return listColumn(found as (readonly string[] | undefined)[], shared)
  if (found.every((value) => value === undefined || toNumber(value) !== undefined))
    return numberColumn(found, shared)
  const isBoolean = found.every((value) => value === undefined || typeof value === 'boolean')
  return { ...shared, kind: isBoolean ? 'boolean' : 'category', ...coded(found) }
}

function present(value: FieldValue): FieldValue {
  return value === null || value === '' ? undefined : value
}

function numberColumn(found: readonly FieldValue[], shared: Shared): NumberColumn {
  const values = Float64Array.from(found, (value) => toNumber(value) ?? Number.NaN)
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return { ...shared, kind: 'number', values, range: high > low ? high - low : 0 }
}

/** Text that differs in case or outer space is the same, written as it was met first. */
function coded(found: readonly FieldValue[]): Pick<CategoryColumn, 'codes' | 'categories'> {
  const codes = new Int32Array(found.length).fill(-1)
  const codeOf = new Map<string, number>()
  const codeOfText = new Map<string, number>()
  const categories: string[] = []
  found.forEach((value, i) => {
    if (value === undefined) return
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value).trim()
    let code = codeOfText.get(text)
    if (code === undefined) {
      const plain = text.toLocaleLowerCase('en')
      code = codeOf.get(plain) ?? categories.push(text) - 1
      codeOf.set(plain, code)
      codeOfText.set(text, code)
    }
    codes[i] = code
  })
  return { codes, categories }
}

function listColumn(found: readonly (readonly string[] | undefined)[], shared: Shared): ListColumn {
  const categories: string[] = []
  const bits = Uint32Array.from(found, (items) =>
    (items ?? []).reduce((set, item) => {
      let at = categories.indexOf(item)
      if (at === -1) at = categories.push(item) - 1
      return set | (1 << at)
    }, 0),
  )
  return { ...shared, kind: 'list', bits, categories }
}

function labelOf(field: string): string {
  const name = fieldName(field)
  return name.charAt(0).toLocaleUpperCase('en') + name.slice(1)
}
