import { createStream } from '../../random.ts'
import type { Column } from './columns.ts'

/** Distance of two people, 0–1, by their places; NaN where they have nothing in common. */
export type PairDistance = (i: number, j: number) => number
type ColumnDistance = (i: number, j: number) => number

/** Text that hardly anybody shares, such as a note, says who somebody is and not how alike. */
const MOST_DISTINCT = 0.5
const FEW = 20
const MOST_ATTRIBUTES = 12
/** Pairs beyond which a sample is looked at: 400 people have as many. */
export const EXACT_PAIRS = 79_800
export const SAMPLED_PAIRS = 20_000
/** Between two pauses: a few milliseconds. */
const PAIRS_PER_TURN = 4_000

/** Columns that can tell people apart; of the attributes, those most people have. */
export function comparable(columns: readonly Column[]): Column[] {
  let attributes = 0
  return columns.filter(
    (column) =>
      varies(column) && (!column.field.startsWith('attributes.') || attributes++ < MOST_ATTRIBUTES),
  )
}

function varies(column: Column): boolean {
  if (column.kind === 'number') return column.range > 0
  const many = column.categories.length
  return many > 1 && (many <= FEW || many <= column.known * MOST_DISTINCT)
}

/**
 * Gower's coefficient (1971) as a distance: the mean, over the fields both have, of |a − b| over
 * everybody's range for numbers, 0 or 1 for categories, and 1 − Jaccard for lists.
 */
export function gowerDistance(columns: readonly Column[]): PairDistance {
  const each = columns.map(distanceIn)
  return (i, j) => {
    let [sum, compared] = [0, 0]
    for (const distance of each) {
      const value = distance(i, j)
      if (value !== value) continue
      sum += value
      compared += 1
    }
    return compared === 0 ? Number.NaN : sum / compared
  }
}

function distanceIn(column: Column): ColumnDistance {
  switch (column.kind) {
    case 'number': {
      const scaled = column.values.map((value) => value / column.range)
      return (i, j) => Math.abs(scaled[i]! - scaled[j]!)
    }
    case 'list': {
      const { bits } = column
      return (i, j) => listDistance(bits[i]!, bits[j]!)
    }
    default: {
      const { codes } = column
      return (i, j) => {
        const [a, b] = [codes[i]!, codes[j]!]
        return a < 0 || b < 0 ? Number.NaN : a === b ? 0 : 1
      }
    }
  }
}

function listDistance(a: number, b: number): number {
  if (a === 0 || b === 0) return Number.NaN
  return a === b ? 0 : 1 - ones(a & b) / ones(a | b)
}

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

export type MeanDistance = {
  /** Null where no pair has anything in common. */
  readonly mean: number | null
  readonly pairs: number
  readonly exact: boolean
}

/**
 * Mean distance of two of the people: of all pairs, or of a seeded sample of them where they are
 * many. Pauses now and then.
 *
 * @param onPair  told of every pair that is looked at
 */
export function* meanDistance(
  distance: PairDistance,
  people: Int32Array,
  onPair: (i: number, j: number, value: number) => void = () => {},
): Generator<void, MeanDistance> {
  const n = people.length
  const exact = (n * (n - 1)) / 2 <= EXACT_PAIRS
  let [sum, known, pairs] = [0, 0, 0]
  for (const [i, j] of exact ? allPairs(n) : sampledPairs(n)) {
    const [a, b] = [people[i]!, people[j]!]
    const value = distance(a, b)
    pairs += 1
    if (pairs % PAIRS_PER_TURN === 0) yield
    if (Number.isNaN(value)) continue
    sum += value
    known += 1
    onPair(a, b, value)
  }
  return { mean: known === 0 ? null : sum / known, pairs, exact }
}

function* allPairs(n: number): Generator<readonly [number, number]> {
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) yield [i, j]
}

function* sampledPairs(n: number): Generator<readonly [number, number]> {
  const draw = createStream('diversity', n)
  for (let k = 0; k < SAMPLED_PAIRS; k++) {
    const i = Math.floor(draw() * n)
    const j = Math.floor(draw() * (n - 1))
    yield [i, j < i ? j : j + 1]
  }
}
