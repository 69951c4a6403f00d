import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Margin } from '../../../../shared/contract/populations.ts'
import { bandLabels, bandOf } from '../criteria/bands.ts'
import { fieldValue, type FieldValue } from '../criteria/field-value.ts'
import type { RakeMargin } from './rake.ts'

export const CROSS = ' × '
/** What a persona without the field is in. */
export const UNKNOWN = 'unknown'

export type EncodedMargin = RakeMargin & {
  /** Categories that personas are in (−1 in `categoryOf`) and the margin does not name, with n. */
  readonly outside: ReadonlyMap<string, number>
}

/** What a margin is called: "age × gender". */
export function marginName({ fields }: Pick<Margin, 'fields'>): string {
  return fields.map((field) => field.replace(/^attributes\./, '')).join(CROSS)
}

/** A margin as raking takes it: the category of each persona. Categories compare without case. */
export function encodeMargin(margin: Margin, personas: readonly Persona[]): EncodedMargin {
  const categories = margin.targets.map(({ category }) => category)
  const index = new Map(categories.map((category, i) => [plainCategory(category), i]))
  const outside = new Map<string, number>()
  const categoryAt = createCategoryReader(margin)
  const indexOf = remember((category) => index.get(plainCategory(category)) ?? -1)
  const categoryOf = new Int32Array(personas.length)
  personas.forEach((persona, i) => {
    const category = categoryAt(persona)
    const found = indexOf(category)
    if (found === -1) outside.set(category, (outside.get(category) ?? 0) + 1)
    categoryOf[i] = found
  })
  const target = Float64Array.from(margin.targets, ({ share }) => share)
  return { name: marginName(margin), categories, categoryOf, target, outside }
}

/** Tells the category a persona is in, whether the margin names it or not. */
export function createCategoryReader({
  fields,
  bands,
}: Pick<Margin, 'fields' | 'bands'>): (persona: Persona) => string {
  const labels = bands && bandLabels(bands)
  const read = (value: FieldValue): string => {
    if (value === undefined || value === null || value === '') return UNKNOWN
    // Imported tables hold numbers as text as often as not.
    const number = typeof value === 'string' ? Number(value) : value
    if (typeof number === 'number' && Number.isFinite(number) && bands && labels)
      return bandOf(number, bands, labels)
    return Array.isArray(value) ? String(value[0]) : String(value)
  }
  return (persona) => {
    if (fields.length === 1) return read(fieldValue(persona, fields[0]!))
    return fields.map((field) => read(fieldValue(persona, field))).join(CROSS)
  }
}

/** Tables are typed by hand: a hyphen stands for the dash of a band, a star for the cross. */
export function plainCategory(category: string): string {
  return category
    .trim()
    .toLocaleLowerCase('en')
    .replaceAll(/\s*[-–—]\s*/g, '-')
    .replaceAll(/\s*[×*]\s*/g, '×')
}

/** The same text is looked up a hundred thousand times. */
function remember(find: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    let found = known.get(text)
    if (found === undefined) known.set(text, (found = find(text)))
    return found
  }
}
