import type { AttributeValue, PersonaSeed } from '../../../shared/contract/personas.ts'
import { EngineError } from '../errors.ts'

type Field = Exclude<keyof PersonaSeed, 'attributes'>
export type Column = { field: Field } | { attribute: string } | 'ignored'

/** The first spelling of each is the field itself; only letters and digits count. */
const spellings: Readonly<Record<Field, readonly string[]>> = {
  firstName: ['firstname', 'givenname', 'forename'],
  lastName: ['lastname', 'surname', 'familyname'],
  age: ['age'],
  location: ['location', 'city', 'residence'],
  baseOccupation: ['baseoccupation', 'occupation', 'job', 'profession'],
  gender: ['gender', 'sex'],
  education: ['education'],
  income: ['income'],
  household: ['household'],
  language: ['language'],
}
const fields = Object.keys(spellings) as Field[]
const required = ['firstName', 'lastName', 'age', 'location', 'baseOccupation'] as const

/**
 * What each column of a header means. A column named like the field wins over a synonym, which then
 * is an attribute, as every column we do not know. `persona.…` is what an export adds.
 *
 * @throws EngineError `invalid_input` when required columns are missing, or two have one name
 */
export function readHeader(header: readonly string[]): Column[] {
  const owner = new Map<Field, number>()
  for (const field of fields) {
    for (const spelling of spellings[field]) {
      const index = header.findIndex((name) => plain(name) === spelling)
      if (index !== -1 && !owner.has(field)) owner.set(field, index)
    }
  }
  const missing = required.filter((field) => !owner.has(field))
  if (missing.length > 0) throw missingColumns(missing, header)
  const fieldAt = new Map([...owner].map(([field, index]) => [index, field]))
  const columns = header.map((name, index): Column => {
    const field = fieldAt.get(index)
    if (field) return { field }
    const attribute = name.trim().replace(/^attributes\./i, '')
    return attribute === '' || /^persona\./i.test(attribute) ? 'ignored' : { attribute }
  })
  refuseDoubles(columns)
  return columns
}

function missingColumns(missing: readonly string[], header: readonly string[]): EngineError {
  const found = header.map((name) => name.trim()).filter((name) => name !== '')
  const message = `The header has no column for ${missing.join(', ')}; found ${found.slice(0, 50).join(', ') || 'nothing'}`
  const details = missing.map((path) => ({ path, message: 'is a required column' }))
  return new EngineError('invalid_input', message, { details })
}

function refuseDoubles(columns: readonly Column[]): void {
  const names = columns.flatMap((column) =>
    typeof column === 'object' && 'attribute' in column ? [column.attribute] : [],
  )
  const double = names.find((name, i) => names.indexOf(name) !== i)
  if (double === undefined) return
  throw new EngineError('invalid_input', `The header names the column "${double}" twice`)
}

/** A seed as the cells say it, not yet validated. Empty cells are absent. */
export function readRecord(columns: readonly Column[], cells: readonly string[]): unknown {
  const seed: Record<string, unknown> = {}
  const attributes: Record<string, AttributeValue> = {}
  columns.forEach((column, i) => {
    // An export puts an apostrophe before what a spreadsheet would run as a formula.
    const text = (cells[i] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
    if (text === '' || column === 'ignored') return
    if ('attribute' in column) Object.assign(attributes, { [column.attribute]: parseValue(text) })
    else seed[column.field] = column.field === 'age' ? parseAge(text) : text
  })
  return Object.keys(attributes).length === 0 ? seed : { ...seed, attributes }
}

/** Numbers and booleans as such. What a number would not give back, such as "007", stays a text. */
export function parseValue(text: string): AttributeValue {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return text
  const number = Number(text)
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text
}

function parseAge(text: string): number | string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
