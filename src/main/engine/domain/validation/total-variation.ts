import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { multinomial } from './binomial.ts'
import { pooledShares, type CategorySample } from './category-sample.ts'

/** Half the sum of absolute differences of shares, 0–1. */
export function totalVariation(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, share, k) => sum + Math.abs(share - b[k]!), 0) / 2
}

export type DistanceFloor = {
  /** Distance between two samples of these sizes from one population, on average. */
  readonly mean: number
  /** Its 95th percentile: what chance alone reaches one time in twenty. */
  readonly p95: number
  /** Share of resamples at least as far apart as the two samples, with (b + 1) / (m + 1). */
  readonly p: number
}

/** Resamples: 4,999 unless told; p cannot fall below 1 over one more. */
export type FloorOptions = { readonly seed: number; readonly resamples?: number }

/**
 * What the total variation distance of two samples is by chance alone: both drawn anew from the
 * pooled shares, at their own (effective) sizes. A parametric bootstrap of the null (Efron &
 * Tibshirani 1993, ch. 16), p as in Davison & Hinkley (1997, ch. 4).
 */
export function distanceFloor(
  a: CategorySample,
  b: CategorySample,
  { seed, resamples = 4999 }: FloorOptions,
): DistanceFloor {
  const generator = xoroshiro128plus(seed)
  const uniform = () => uniformFloat64(generator)
  const pooled = pooledShares(a, b)
  const sizes = [Math.max(1, Math.round(a.n)), Math.max(1, Math.round(b.n))] as const
  const observed = totalVariation(a.shares, b.shares)
  const drawn = [new Float64Array(pooled.length), new Float64Array(pooled.length)] as const
  const distances = new Float64Array(resamples)
  for (let i = 0; i < resamples; i++) {
    multinomial(uniform, sizes[0], pooled, drawn[0])
    multinomial(uniform, sizes[1], pooled, drawn[1])
    distances[i] = distanceOf(drawn, sizes)
  }
  distances.sort()
  // Equal distances come out with other last digits.
  const asFar = resamples - distances.findIndex((distance) => distance >= observed - 1e-12)
  return {
    mean: distances.reduce((sum, distance) => sum + distance, 0) / resamples,
    p95: distances[Math.ceil(0.95 * resamples) - 1]!,
    p: ((distances.at(-1)! >= observed - 1e-12 ? asFar : 0) + 1) / (resamples + 1),
  }
}

/** Of two samples as counts. */
function distanceOf(
  [a, b]: readonly [Float64Array, Float64Array],
  [n, m]: readonly [number, number],
): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += Math.abs(a[k]! / n - b[k]! / m)
  return sum / 2
}
