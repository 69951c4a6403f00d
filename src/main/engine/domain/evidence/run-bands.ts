import type { Persona } from '../../../../shared/contract/personas.ts'
import { bandOf, type Bands } from '../criteria/bands.ts'
import { cutNumbers } from '../criteria/cut-numbers.ts'
import { fieldReader } from '../criteria/field-value.ts'
import { toNumber } from '../criteria/matches.ts'
import { SUPPRESSED_BELOW_N } from './estimates.ts'

const INCOME = 'income'
const ATTRIBUTES = 'attributes.'

/** By field, e.g. `attributes.income`: the bands that its numbers are cut into. */
export type RunBands = ReadonlyMap<string, Bands>

/**
 * Quartiles of every attribute that is a number with many values, and of incomes that are written as
 * numbers. Personas are counted, not weights: groups must be large enough to be read, whatever they
 * stand for.
 *
 * @param personas  everybody a run was put to, answered or not: bands must not move while it goes on
 * @param fields  only of these
 */
export function runBands(
  personas: readonly Persona[],
  fields: Iterable<string> = numberFields(personas),
): RunBands {
  const bands = new Map<string, Bands>()
  for (const field of fields) {
    if (field !== INCOME && !field.startsWith(ATTRIBUTES)) continue
    const read = fieldReader(field)
    const numbers = Float64Array.from(personas, (one) => numberIn(field, read(one)) ?? Number.NaN)
    const known = numbers.filter((number) => !Number.isNaN(number))
    const cut = cutNumbers(known, { parts: 4, fewest: SUPPRESSED_BELOW_N })
    if (cut) bands.set(field, cut)
  }
  return bands
}

function numberFields(personas: readonly Persona[]): Set<string> {
  const keys = new Set<string>()
  for (const { attributes } of personas)
    for (const key in attributes) if (typeof attributes[key] === 'number') keys.add(key)
  return new Set([INCOME, ...[...keys].map((key) => ATTRIBUTES + key)])
}

/** The band of a value, if it is a number; undefined for words, and where no bands are needed. */
export function bandIn(bands: RunBands, field: string, value: unknown): string | undefined {
  const cut = bands.get(field)
  const number = cut && numberIn(field, value)
  return number === undefined ? undefined : bandOf(number, cut!.bounds, cut!.labels)
}

/** An income is text by its type; an attribute that is text was made so, as postcodes are. */
function numberIn(field: string, value: unknown): number | undefined {
  if (field === INCOME) return toNumber(value)
  return typeof value === 'number' ? value : undefined
}
