/** Bounds of a weight as multiples of the mean weight: 0 ≤ lower ≤ 1 ≤ upper. */
export type Trim = { readonly lower: number; readonly upper: number }

const MAX_STEPS = 60
const PRECISION = 1e-13

/**
 * Moves weights into [lower, upper] with a mean of 1, in place: each becomes c·w cut to the bounds,
 * which are the nearest such weights in Kullback–Leibler divergence.
 *
 * @param counts  units in each group, shape [groups]; the trimmer takes what each group weighs
 */
export function createTrimmer(
  counts: Float64Array,
  { lower, upper }: Trim,
): (mass: Float64Array) => void {
  const least = counts.map((count) => count * lower)
  const most = counts.map((count) => count * upper)
  const n = counts.reduce((sum, count) => sum + count, 0)
  return (mass) => {
    const c = scaleFor(mass, { least, most, n })
    for (let g = 0; g < mass.length; g++)
      mass[g] = Math.min(most[g]!, Math.max(least[g]!, c * mass[g]!))
  }
}

type Bounds = { least: Float64Array; most: Float64Array; n: number }

/** The c at which Σ cut(c·w) = n. Newton's method, inside a bracket: the sum grows with c. */
function scaleFor(mass: Float64Array, { least, most, n }: Bounds): number {
  let low = 0
  let high = Infinity
  let c = 1
  for (let step = 0; step < MAX_STEPS; step++) {
    let cut = 0
    let free = 0
    for (let g = 0; g < mass.length; g++) {
      const weight = c * mass[g]!
      if (weight <= least[g]!) cut += least[g]!
      else if (weight >= most[g]!) cut += most[g]!
      else free += mass[g]!
    }
    const gap = cut + c * free - n
    if (Math.abs(gap) <= PRECISION * n) return c
    if (gap < 0) low = c
    else high = c
    const newton = (n - cut) / free
    if (newton > low && newton < high) c = newton
    else c = high === Infinity ? 2 * c : (low + high) / 2
  }
  return c
}

/** @throws RangeError for bounds that no weights with a mean of 1 can keep */
export function checkTrim({ lower, upper }: Trim): void {
  if (!(lower >= 0 && lower <= 1 && upper >= 1))
    throw new RangeError(
      `Weights of mean 1 cannot stay between ${lower} and ${upper}: the bounds enclose 1`,
    )
}
