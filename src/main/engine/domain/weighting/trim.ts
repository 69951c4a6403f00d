/** Bounds of a weight as multiples of the mean weight: 0 ≤ lower ≤ 1 ≤ upper. */
export type Trim = { readonly lower: number; readonly upper: number }

const MAX_STEPS = 60
const PRECISION = 1e-13

/**
 * Moves weights into [lower, upper] with a mean of 1, in place: each becomes c·w cut to the bounds,
 * which are the nearest such weights in Kullback–Leibler divergence.
 *
 * @param weights  positive, shape [units]
 */
export function trimToMeanOne(weights: Float64Array, { lower, upper }: Trim): void {
  const c = scaleFor(weights, { lower, upper })
  for (let i = 0; i < weights.length; i++)
    weights[i] = Math.min(upper, Math.max(lower, c * weights[i]!))
}

/** The c at which Σ cut(c·w) = n. Newton's method, inside a bracket: the sum grows with c. */
function scaleFor(weights: Float64Array, { lower, upper }: Trim): number {
  const n = weights.length
  let low = lower / weights.reduce((a, b) => Math.max(a, b), 0)
  let high = upper / weights.reduce((a, b) => Math.min(a, b), Infinity)
  let c = Math.min(high, Math.max(low, 1))
  for (let step = 0; step < MAX_STEPS; step++) {
    let cut = 0
    let free = 0
    for (let i = 0; i < n; i++) {
      const weight = c * weights[i]!
      if (weight <= lower) cut += lower
      else if (weight >= upper) cut += upper
      else free += weights[i]!
    }
    const gap = cut + c * free - n
    if (Math.abs(gap) <= PRECISION * n) return c
    if (gap < 0) low = c
    else high = c
    const newton = (n - cut) / free
    c = newton > low && newton < high ? newton : (low + high) / 2
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
