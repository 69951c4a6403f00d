import { createHash } from 'node:crypto'
import type { PersonaSeed } from '../../../../shared/contract/personas.ts'

/**
 * What every random draw about a person hangs on: 32 hex digits, equal for equal seeds.
 *
 * Two spellings of the same seed (order of keys, composed or decomposed accents, absent or empty
 * attributes) are the same person.
 */
export function personaKey(seed: PersonaSeed, randomSeed: number): string {
  const { attributes = {}, ...identity } = seed
  const canonical = [randomSeed, sortedPairs(identity), sortedPairs(attributes)]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex').slice(0, 32)
}

function sortedPairs(record: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [name.normalize(), normalised(value)])
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

function normalised(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize() : value
}
