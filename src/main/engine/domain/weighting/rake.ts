/** One variable (or cross of variables) whose weighted shares are to meet targets. */
export type RakeMargin = {
  readonly name: string
  readonly categories: readonly string[]
  /** Index into `categories` per unit: shape [units]. */
  readonly categoryOf: Int32Array
  /** Per category, sums to 1: shape [categories]. */
  readonly target: Float64Array
}

export type RakeOptions = {
  /** Bounds of a weight as multiples of the mean weight; applied in every cycle. */
  readonly trim?: { readonly lower: number; readonly upper: number }
  /** Largest gap between target and weighted share at which raking stops (0–1). */
  readonly tolerance?: number
  readonly maxIterations?: number
}

export type RakeResult = {
  /** Mean 1: shape [units]. */
  readonly weights: Float64Array
  readonly converged: boolean
  readonly iterations: number
  /** Largest |target − weighted share| over all categories, 0–1. */
  readonly maxGap: number
}

/** A margin that no weights can meet. The message names the category. */
export class InfeasibleMarginError extends Error {
  override readonly name = 'InfeasibleMarginError'
  readonly margin: string

  constructor(margin: string, message: string) {
    super(message)
    this.margin = margin
  }
}

const DEFAULT_TOLERANCE = 1e-8
const DEFAULT_MAX_ITERATIONS = 500
/** Written shares are rounded: a table that sums to 0.998 is meant to sum to 1. */
const SUM_TOLERANCE = 0.005

/**
 * Raking (iterative proportional fitting: Deming & Stephan 1940): weights, proportional to the base
 * weights within every cross of categories, whose shares meet every margin. With trimming (as in
 * Battaglia, Hoaglin & Frankel 2009) each cycle ends by cutting to the bounds, so a margin may stay
 * off: `maxGap` says by how much.
 *
 * @param base  positive, shape [units]
 * @throws InfeasibleMarginError when a category with a target has no units, a category with units
 *   has no target, or targets do not sum to 1
 */
export function rake(
  base: Float64Array,
  margins: readonly RakeMargin[],
  options: RakeOptions = {},
): RakeResult {
  const { trim, tolerance = DEFAULT_TOLERANCE, maxIterations = DEFAULT_MAX_ITERATIONS } = options
  const targets = margins.map((margin) => checkedTarget(margin))
  const weights = scaleToMean(Float64Array.from(base))
  let iterations = 0
  let maxGap = largestGap(weights, margins, targets)
  while (maxGap > tolerance && iterations < maxIterations) {
    margins.forEach((margin, m) => fit(weights, margin, targets[m]!))
    if (trim) cut(weights, trim)
    iterations += 1
    const gap = largestGap(weights, margins, targets)
    // Trimming may settle short of the targets: no progress is the end, not a failure to try.
    const settled = trim !== undefined && Math.abs(maxGap - gap) < tolerance / 10
    maxGap = gap
    if (settled) break
  }
  return { weights, converged: maxGap <= tolerance, iterations, maxGap }
}

/** Weighted share per category: shape [categories]. */
export function weightedShares(
  weights: Float64Array,
  { categories, categoryOf }: RakeMargin,
): Float64Array {
  const sums = new Float64Array(categories.length)
  let total = 0
  for (let i = 0; i < weights.length; i++) {
    sums[categoryOf[i]!]! += weights[i]!
    total += weights[i]!
  }
  return sums.map((sum) => sum / total)
}

function fit(weights: Float64Array, margin: RakeMargin, target: Float64Array): void {
  const shares = weightedShares(weights, margin)
  const factors = target.map((share, c) => (shares[c] === 0 ? 0 : share / shares[c]!))
  for (let i = 0; i < weights.length; i++) weights[i]! *= factors[margin.categoryOf[i]!]!
}

function cut(weights: Float64Array, { lower, upper }: { lower: number; upper: number }): void {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  for (let i = 0; i < weights.length; i++)
    weights[i] = Math.min(upper * mean, Math.max(lower * mean, weights[i]!))
  scaleToMean(weights)
}

function scaleToMean(weights: Float64Array): Float64Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  for (let i = 0; i < weights.length; i++) weights[i]! /= mean
  return weights
}

function largestGap(
  weights: Float64Array,
  margins: readonly RakeMargin[],
  targets: readonly Float64Array[],
): number {
  let largest = 0
  margins.forEach((margin, m) => {
    const shares = weightedShares(weights, margin)
    for (let c = 0; c < shares.length; c++)
      largest = Math.max(largest, Math.abs(shares[c]! - targets[m]![c]!))
  })
  return largest
}

function checkedTarget({ name, categories, categoryOf, target }: RakeMargin): Float64Array {
  const sum = target.reduce((total, share) => total + share, 0)
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    const message = `The target shares of ${name} sum to ${Number(sum.toFixed(4))}; they must sum to 1`
    throw new InfeasibleMarginError(name, message)
  }
  const counts = new Int32Array(categories.length)
  for (const category of categoryOf) counts[category]! += 1
  categories.forEach((category, c) => {
    if (target[c]! > 0 && counts[c] === 0) {
      const message = `${name}: nobody is in “${category}”, whose target share is ${target[c]}`
      throw new InfeasibleMarginError(name, message)
    }
    if (!(target[c]! > 0) && counts[c]! > 0) {
      const message = `${name}: ${counts[c]} personas are in “${category}”, which has no target share`
      throw new InfeasibleMarginError(name, message)
    }
  })
  return target.map((share) => share / sum)
}
