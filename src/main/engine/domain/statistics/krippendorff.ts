import type { Repeated } from './repeated.ts'

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
 * @returns NaN with fewer than two units, or when nothing varies
 */
export function krippendorffAlpha(repeated: Repeated, level: Level): Agreement {
  const nothing = { alpha: Number.NaN, standardError: Number.NaN }
  if (repeated.starts.length < 3) return nothing
  if (level === 'interval') return { ...nothing, alpha: intervalAlpha(repeated) }
  const values = [...new Set(repeated.values)].toSorted((a, b) => a - b)
  if (values.length > MOST_CATEGORIES)
    return { ...nothing, alpha: intervalAlpha(ranked(repeated, values)) }
  return categoricalAlpha(repeated, values, level)
}

function categoricalAlpha(
  { values, starts }: Repeated,
  categories: readonly number[],
  level: 'nominal' | 'ordinal',
): Agreement {
  const k = categories.length
  const indexOf = new Map(categories.map((category, i) => [category, i]))
  const coded = Uint8Array.from(values, (value) => indexOf.get(value)!)
  const totals = new Float64Array(k)
  for (const category of coded) totals[category]! += 1
  const n = coded.length
  const distances = distancesOf(totals, level)
  // Σ over the other categories of their totals and distances: what one value more adds.
  const against = totals.map((_, a) =>
    totals.reduce((sum, total, b) => sum + total * distances[a * k + b]!, 0),
  )
  const expected = totals.reduce((sum, total, a) => sum + total * against[a]!, 0)
  if (expected === 0) return { alpha: Number.NaN, standardError: Number.NaN }
  const own = disagreements({ coded, starts }, distances, k)
  const observed = own.reduce((sum, value) => sum + value, 0)
  let squares = 0
  for (let unit = 0; unit < own.length; unit++) {
    let added = 0
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) added += 2 * against[coded[i]!]!
    const size = starts[unit + 1]! - starts[unit]!
    const change =
      ((n - 1) * own[unit]! + size * observed) / expected -
      ((n - 1) * observed * added) / expected ** 2
    squares += change ** 2
  }
  return { alpha: 1 - ((n - 1) * observed) / expected, standardError: Math.sqrt(squares) }
}

/** Σ over ordered pairs of a unit's values of their distance, by the pairs each value has. */
function disagreements(
  { coded, starts }: { readonly coded: Uint8Array; readonly starts: Int32Array },
  distances: Float64Array,
  k: number,
): Float64Array {
  const found = new Float64Array(starts.length - 1)
  for (let unit = 0; unit < found.length; unit++) {
    const [from, to] = [starts[unit]!, starts[unit + 1]!]
    let sum = 0
    for (let i = from; i < to; i++)
      for (let j = from; j < i; j++) sum += 2 * distances[coded[i]! * k + coded[j]!]!
    found[unit] = sum / (to - from - 1)
  }
  return found
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
function intervalAlpha({ values, starts }: Repeated): number {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  let observed = 0
  for (let unit = 0; unit < starts.length - 1; unit++) {
    const [from, to] = [starts[unit]!, starts[unit + 1]!]
    let [sum, within] = [0, 0]
    for (let i = from; i < to; i++) sum += values[i]!
    const own = sum / (to - from)
    for (let i = from; i < to; i++) within += (values[i]! - own) ** 2
    // Σ over pairs of (a − b)² is m times the squares about the mean.
    observed += (2 * (to - from) * within) / (to - from - 1)
  }
  const expected = (2 * n * squares) / (n - 1)
  return expected === 0 ? Number.NaN : 1 - observed / expected
}

/** Each value's middle rank: ordinal distance is the squared difference of these. */
function ranked({ values, starts }: Repeated, categories: readonly number[]): Repeated {
  const counts = new Map(categories.map((category) => [category, 0]))
  for (const value of values) counts.set(value, counts.get(value)! + 1)
  let below = 0
  const rankOf = new Map(
    categories.map((category) => {
      const count = counts.get(category)!
      const middle = below + count / 2
      below += count
      return [category, middle]
    }),
  )
  return { values: values.map((value) => rankOf.get(value)!), starts }
}
