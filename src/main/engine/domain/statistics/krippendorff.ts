export type Level = 'nominal' | 'ordinal' | 'interval'

export type Agreement = {
  readonly alpha: number
  /** By the infinitesimal jackknife over units, distances taken as given; NaN for intervals. */
  readonly standardError: number
}

/** With more different values than this, ordinal values are compared by rank in one pass. */
const MOST_CATEGORIES = 200

/**
 * Krippendorff's α (2011): 1 − observed disagreement / expected disagreement, from coincidences of
 * values within units. 1 is perfect agreement, 0 that of values dealt at random.
 *
 * @param units  values of each; units with fewer than two do not count
 * @returns NaN with fewer than two units, or when nothing varies
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], level: Level): Agreement {
  const paired = units.filter(({ length }) => length >= 2)
  const nothing = { alpha: Number.NaN, standardError: Number.NaN }
  if (paired.length < 2) return nothing
  if (level === 'interval') return { ...nothing, alpha: intervalAlpha(paired) }
  const values = [...new Set(paired.flat())].toSorted((a, b) => a - b)
  if (values.length > MOST_CATEGORIES)
    return { ...nothing, alpha: intervalAlpha(ranked(paired, values)) }
  return categoricalAlpha(paired, values, level)
}

/** Values of one unit as categories: shape [values of the unit]. */
type Coded = Uint8Array

function categoricalAlpha(
  units: readonly (readonly number[])[],
  values: readonly number[],
  level: 'nominal' | 'ordinal',
): Agreement {
  const k = values.length
  const indexOf = new Map(values.map((value, i) => [value, i]))
  const coded = units.map((unit): Coded => Uint8Array.from(unit, (value) => indexOf.get(value)!))
  const totals = new Float64Array(k)
  for (const unit of coded) for (const category of unit) totals[category]! += 1
  const n = totals.reduce((sum, total) => sum + total, 0)
  const distances = distancesOf(totals, level)
  // Σ over the other categories of their totals and distances: what one value more adds.
  const against = totals.map((_, a) =>
    totals.reduce((sum, total, b) => sum + total * distances[a * k + b]!, 0),
  )
  const expected = totals.reduce((sum, total, a) => sum + total * against[a]!, 0)
  if (expected === 0) return { alpha: Number.NaN, standardError: Number.NaN }
  const own = Float64Array.from(coded, (unit) => disagreementIn(unit, distances, k))
  const observed = own.reduce((sum, value) => sum + value, 0)
  let squares = 0
  coded.forEach((unit, u) => {
    const added = unit.reduce((sum, category) => sum + 2 * against[category]!, 0)
    const change =
      ((n - 1) * own[u]! + unit.length * observed) / expected -
      ((n - 1) * observed * added) / expected ** 2
    squares += change ** 2
  })
  return { alpha: 1 - ((n - 1) * observed) / expected, standardError: Math.sqrt(squares) }
}

/** Σ over ordered pairs of a unit's values of their distance, by the pairs each value has. */
function disagreementIn(unit: Coded, distances: Float64Array, k: number): number {
  let sum = 0
  for (let i = 0; i < unit.length; i++)
    for (let j = 0; j < i; j++) sum += 2 * distances[unit[i]! * k + unit[j]!]!
  return sum / (unit.length - 1)
}

/** Nominal: 1. Ordinal: (Σ of the counts from a to b less half of both ends)². Shape [k, k]. */
function distancesOf(totals: Float64Array, level: 'nominal' | 'ordinal'): Float64Array {
  const k = totals.length
  const distances = new Float64Array(k * k)
  for (let a = 0; a < k; a++) {
    let between = totals[a]! / 2
    for (let b = a + 1; b < k; b++) {
      const distance = level === 'nominal' ? 1 : (between + totals[b]! / 2) ** 2
      between += totals[b]!
      distances[a * k + b] = distance
      distances[b * k + a] = distance
    }
  }
  return distances
}

/** Squared differences, by sums of squares: pairs need not be gone through. */
function intervalAlpha(units: readonly (readonly number[])[]): number {
  const all = units.flat()
  const n = all.length
  const mean = all.reduce((sum, value) => sum + value, 0) / n
  const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  let observed = 0
  for (const unit of units) {
    const own = unit.reduce((sum, value) => sum + value, 0) / unit.length
    const within = unit.reduce((sum, value) => sum + (value - own) ** 2, 0)
    // Σ over pairs of (a − b)² is m times the squares about the mean.
    observed += (2 * unit.length * within) / (unit.length - 1)
  }
  const expected = (2 * n * squares) / (n - 1)
  return expected === 0 ? Number.NaN : 1 - observed / expected
}

/** Each value's middle rank: ordinal distance is the squared difference of these. */
function ranked(units: readonly (readonly number[])[], values: readonly number[]): number[][] {
  const counts = new Map(values.map((value) => [value, 0]))
  for (const value of units.flat()) counts.set(value, counts.get(value)! + 1)
  let below = 0
  const rankOf = new Map(
    values.map((value) => {
      const count = counts.get(value)!
      const middle = below + count / 2
      below += count
      return [value, middle]
    }),
  )
  return units.map((unit) => unit.map((value) => rankOf.get(value)!))
}
