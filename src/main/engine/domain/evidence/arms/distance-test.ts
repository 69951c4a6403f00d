import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { createStream } from '../../random.ts'
import { pooledShares, type CategorySample } from '../../validation/category-sample.ts'
import { totalVariation } from '../../validation/total-variation.ts'

const RESAMPLES = 999
/** Above this size shares are drawn from the normal curve that the multinomial is near. */
const EXACT_UP_TO = 300

/** Resampled distances of two samples, the same resample at the same place: shape [resamples]. */
export type DistanceDraws = {
  readonly observed: number
  /** From one population: what chance alone does. */
  readonly alike: Float64Array
  /** From two populations that lie the margin apart. */
  readonly apart: Float64Array
}

/**
 * Distance of two samples, and what it would be if they came from one population or from two whose
 * distributions lie `margin` apart (parametric bootstrap; Efron & Tibshirani 1993, ch. 16; for the
 * second, equivalence of multinomials, Wellek 2010, ch. 9).
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
    for (let i = 0; i < RESAMPLES; i++) {
      samplers[0](places[0])
      samplers[1](places[1])
      distances[i] = distanceBetween(...places)
    }
    return distances
  }
  return {
    observed: totalVariation(a.shares, b.shares),
    alike: draw(pooled, pooled),
    apart: draw(moved, pooled),
  }
}

/** Mean of several, resample by resample. @throws RangeError without any */
export function meanOfDraws(draws: readonly DistanceDraws[]): DistanceDraws {
  if (draws.length === 0) throw new RangeError('Nothing to take the mean of')
  const mean = (of: (one: DistanceDraws) => Float64Array) =>
    of(draws[0]!).map((_, i) => draws.reduce((sum, one) => sum + of(one)[i]!, 0) / draws.length)
  return {
    observed: draws.reduce((sum, one) => sum + one.observed, 0) / draws.length,
    alike: mean((one) => one.alike),
    apart: mean((one) => one.apart),
  }
}

export type DistanceTest = {
  readonly distance: number
  readonly floor: { readonly mean: number; readonly p95: number }
  /** Share of resamples from one population at least as far apart, (b + 1) / (m + 1). */
  readonly p: number
  /** Share of resamples from two a margin apart that are at most as far apart, likewise. */
  readonly pWithin: number
}

export function testDistance({ observed, alike, apart }: DistanceDraws): DistanceTest {
  // Equal distances come out with other last digits.
  const asFar = alike.reduce((count, one) => count + Number(one >= observed - 1e-12), 0)
  const asNear = apart.reduce((count, one) => count + Number(one <= observed + 1e-12), 0)
  return {
    distance: observed,
    floor: {
      mean: alike.reduce((sum, one) => sum + one, 0) / alike.length,
      p95: alike.toSorted()[Math.ceil(0.95 * alike.length) - 1]!,
    },
    p: (asFar + 1) / (alike.length + 1),
    pWithin: (asNear + 1) / (apart.length + 1),
  }
}

function distanceBetween(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += Math.abs(a[k]! - b[k]!)
  return sum / 2
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
