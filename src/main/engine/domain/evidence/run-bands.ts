import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Bands } from '../criteria/bands.ts'
import { cutNumbers } from '../criteria/cut-numbers.ts'
import { SUPPRESSED_BELOW_N } from './estimates.ts'

/** By field, e.g. `attributes.income`: the bands that its numbers are cut into. */
export type RunBands = ReadonlyMap<string, Bands>

/**
 * Quartiles of every attribute that is a number with many values. Persons are counted, not weights:
 * so that groups are large enough to be read, whatever they stand for.
 *
 * @param personas  everybody a run was put to, answered or not: bands must not move while it goes on
 */
export function runBands(personas: Iterable<Persona | undefined>): RunBands {
  const numbers = new Map<string, number[]>()
  for (const persona of personas)
    for (const [key, value] of Object.entries(persona?.attributes ?? {})) {
      if (typeof value !== 'number') continue
      const others = numbers.get(key)
      if (others) others.push(value)
      else numbers.set(key, [value])
    }
  const bands = new Map<string, Bands>()
  for (const [key, values] of numbers) {
    const cut = cutNumbers(Float64Array.from(values), { parts: 4, fewest: SUPPRESSED_BELOW_N })
    if (cut) bands.set(`attributes.${key}`, cut)
  }
  return bands
}
