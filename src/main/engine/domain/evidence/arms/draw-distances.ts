import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { createStream } from '../../random.ts'
import { pooledShares, type CategorySample } from '../../validation/category-sample.ts'
import { totalVariation } from '../../validation/total-variation.ts'

const RESAMPLES = 999
/** Above this size shares are drawn from the normal curve that the multinomial is near. */
const EXACT_UP_TO = 300

/**
 * Distances of two samples, and what chance makes of them, the same resample at the same place of
 * every array: shape [resamples].
 */
export type DistanceDraws = {
  /** Total variation, 0–1: what is shown, and what a difference is found by. */
  readonly distance: number
  /** The same from one population: what chance alone does. */
  readonly floor: Float64Array
  /** Sum of squared differences of shares: what sameness is shown by. */
  readonly squared: number
  /** Squared, from one population. */
  readonly alike: Float64Array
  /** Squared, from two populations that lie the margin apart. */
  readonly apart: Float64Array
}

/**
 * Distance of two samples, and what it would be if they came from one population or from two whose
 * distributions lie `margin` apart (parametric bootstrap; Efron & Tibshirani 1993, ch. 16; for the
 * second, equivalence of multinomials by the squared distance, Wellek 2010, ch. 9).
 *
 * @param margin  total variation distance, 0–1
 */
export function drawDistances(
  a: CategorySample,
  b: CategorySample,
  { margin, seed }: { readonly margin: number; readonly seed: string },
): DistanceDraws {
  const next = createStream('distance', seed)
  const pooled = pooledShares(a, b)
  const moved = movedBy(pooled, margin)
  const draw = (first: readonly number[], second: readonly number[]) => {
    const samplers = [samplerOf(next, first, a.n), samplerOf(next, second, b.n)] as const
    const places = [new Float64Array(pooled.length), new Float64Array(pooled.length)] as const
    const distances = new Float64Array(RESAMPLES)
    const squares = new Float64Array(RESAMPLES)
    for (let i = 0; i < RESAMPLES; i++) {
      samplers[0](places[0])
      samplers[1](places[1])
      distances[i] = distanceBetween(...places)
      squares[i] = squaredDistance(...places)
    }
    return { distances, squares }
  }
  const alike = draw(pooled, pooled)
  return {
    distance: totalVariation(a.shares, b.shares),
    floor: alike.distances,
    squared: squaredDistance(a.shares, b.shares),
    alike: alike.squares,
    apart: draw(moved, pooled).squares,
  }
}

/** Mean of several, resample by resample. @throws RangeError without any */
export function meanOfDraws(draws: readonly DistanceDraws[]): DistanceDraws {
  if (draws.length === 0) throw new RangeError('Nothing to take the mean of')
  const number = (of: (one: DistanceDraws) => number) =>
    draws.reduce((sum, one) => sum + of(one), 0) / draws.length
  const array = (of: (one: DistanceDraws) => Float64Array) =>
    of(draws[0]!).map((_, i) => number((one) => of(one)[i]!))
  return {
    distance: number((one) => one.distance),
    floor: array((one) => one.floor),
    squared: number((one) => one.squared),
    alike: array((one) => one.alike),
    apart: array((one) => one.apart),
  }
}

function distanceBetween(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += Math.abs(a[k]! - b[k]!)
  return sum / 2
}

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2
  return sum
}

/**
 * Shares a distance away: taken from the largest, one after the other, and spread over the rest,
 * which is where a difference shows least in a sample.
 */
function movedBy(shares: readonly number[], distance: number): number[] {
  const order = [...shares.keys()].toSorted((a, b) => shares[b]! - shares[a]!)
  const moved = [...shares]
  const givers = new Set<number>()
  let left = distance
  for (const k of order) {
    if (left <= 1e-12 || givers.size === shares.length - 1) break
    const taken = Math.min(left, moved[k]!)
    moved[k]! -= taken
    left -= taken
    givers.add(k)
  }
  const takers = order.filter((k) => !givers.has(k))
  for (const k of takers) moved[k]! += (distance - left) / takers.length
  return moved
}

/** Draws a sample's shares into a place that is used again: thousands are drawn. */
type Sampler = (into: Float64Array) => void

function samplerOf(next: () => number, shares: readonly number[], size: number): Sampler {
  const n = Math.max(1, Math.round(size))
  return n <= EXACT_UP_TO ? counting(next, shares, n) : nearNormal(next, shares, n)
}

function counting(next: () => number, shares: readonly number[], n: number): Sampler {
  const last = shares.length - 1
  return (into) => {
    into.fill(0)
    for (let i = 0; i < n; i++) {
      let u = next()
      let k = 0
      while (k < last && u >= shares[k]!) u -= shares[k++]!
      into[k]! += 1 / n
    }
  }
}

/** Normal with the multinomial's covariance, (diag(p) − pp′) / n. */
function nearNormal(next: () => number, shares: readonly number[], n: number): Sampler {
  const roots = shares.map(Math.sqrt)
  const scale = 1 / Math.sqrt(n)
  return (into) => {
    let sum = 0
    for (let k = 0; k < roots.length; k++) {
      // The stream may give 0, whose quantile is no number.
      into[k] = roots[k]! * normalQuantile(next() + 2 ** -33, 0, 1)
      sum += into[k]!
    }
    for (let k = 0; k < roots.length; k++)
      into[k] = shares[k]! + (into[k]! - shares[k]! * sum) * scale
  }
}
