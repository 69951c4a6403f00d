export type Level = 'nominal' | 'ordinal' | 'interval'

/** With more different values than this, ordinal values are compared by rank in one pass. */
const MOST_CATEGORIES = 200

/**
 * Krippendorff's α (2011): 1 − observed disagreement / expected disagreement, from coincidences of
 * values within units. 1 is perfect agreement, 0 that of values dealt at random.
 *
 * @param units  values of each; units with fewer than two do not count
 * @returns NaN with fewer than two units, or when nothing varies
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], level: Level): number {
  const paired = units.filter(({ length }) => length >= 2)
  if (paired.length < 2) return Number.NaN
  if (level === 'interval') return intervalAlpha(paired)
  const values = [...new Set(paired.flat())].toSorted((a, b) => a - b)
  if (values.length > MOST_CATEGORIES) return intervalAlpha(ranked(paired, values))
  const indexOf = new Map(values.map((value, i) => [value, i]))
  const k = values.length
  const coincidences = new Float64Array(k * k)
  for (const unit of paired) {
    const counts = new Map<number, number>()
    for (const value of unit) {
      const index = indexOf.get(value)!
      counts.set(index, (counts.get(index) ?? 0) + 1)
    }
    for (const [a, of] of counts)
      for (const [b, other] of counts)
        coincidences[a * k + b]! += (of * (a === b ? other - 1 : other)) / (unit.length - 1)
  }
  const totals = Float64Array.from({ length: k }, (_, a) =>
    coincidences.subarray(a * k, (a + 1) * k).reduce((sum, value) => sum + value, 0),
  )
  const n = totals.reduce((sum, value) => sum + value, 0)
  const distance = level === 'nominal' ? () => 1 : ordinalDistance(totals)
  let observed = 0
  let expected = 0
  for (let a = 0; a < k; a++)
    for (let b = 0; b < a; b++) {
      const d = distance(a, b)
      observed += coincidences[a * k + b]! * d
      expected += totals[a]! * totals[b]! * d
    }
  return expected === 0 ? Number.NaN : 1 - ((n - 1) * observed) / expected
}

/** (Σ of the counts from a to b less half of both ends)². */
function ordinalDistance(totals: Float64Array): (a: number, b: number) => number {
  const upTo = new Float64Array(totals.length + 1)
  totals.forEach((total, i) => (upTo[i + 1] = upTo[i]! + total))
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a]
    return (upTo[high + 1]! - upTo[low]! - (totals[low]! + totals[high]!) / 2) ** 2
  }
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
