import type { Persona } from '../../../../shared/contract/personas.ts'
import { bandOf, type Bands } from '../criteria/bands.ts'
import { cutNumbers } from '../criteria/cut-numbers.ts'
import { toNumber } from '../criteria/matches.ts'
import { SUPPRESSED_BELOW_N } from './estimates.ts'

/** By field, e.g. `attributes.income`: the bands that its numbers are cut into. */
export type RunBands = ReadonlyMap<string, Bands>

/**
 * Quartiles of every attribute that is a number with many values, and of incomes that are written as
 * numbers. Persons are counted, not weights: groups must be large enough to be read, whatever they
 * stand for.
 *
 * @param personas  everybody a run was put to, answered or not: bands must not move while it goes on
 */
export function runBands(personas: Iterable<Persona>): RunBands {
  const numbers = new Map<string, number[]>()
  for (const { income, attributes } of personas) {
    const values: [string, unknown][] = [['income', income]]
    for (const key in attributes) values.push([`attributes.${key}`, attributes[key]])
    for (const [field, value] of values) {
      const number = numberIn(field, value)
      if (number === undefined) continue
      const others = numbers.get(field)
      if (others) others.push(number)
      else numbers.set(field, [number])
    }
  }
  const bands = new Map<string, Bands>()
  for (const [field, values] of numbers) {
    const cut = cutNumbers(Float64Array.from(values), { parts: 4, fewest: SUPPRESSED_BELOW_N })
    if (cut) bands.set(field, cut)
  }
  return bands
}

/** The band of a value, if it is a number; undefined for words, and where no bands are needed. */
export function bandIn(bands: RunBands, field: string, value: unknown): string | undefined {
  const cut = bands.get(field)
  const number = cut && numberIn(field, value)
  return number === undefined ? undefined : bandOf(number, cut!.bounds, cut!.labels)
}

/** An income is text by its type; an attribute that is text was made so, as postcodes are. */
function numberIn(field: string, value: unknown): number | undefined {
  if (field === 'income') return toNumber(value)
  return typeof value === 'number' ? value : undefined
}
