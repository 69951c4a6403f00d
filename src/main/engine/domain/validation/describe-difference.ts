import gammaQ from '@stdlib/math-base-special-gammainc'
import { pooledShares, type CategorySample } from './category-sample.ts'

export type ChiSquareTest = {
  readonly statistic: number
  readonly df: number
  /** NaN when only one category was ever given. */
  readonly p: number
}

/** Pearson's test of equal shares on effective counts; categories nobody gave do not count. */
export function chiSquare(a: CategorySample, b: CategorySample): ChiSquareTest {
  const pooled = pooledShares(a, b)
  const given = pooled
    .keys()
    .filter((k) => pooled[k]! > 0)
    .toArray()
  const statistic = [a, b].reduce(
    (sum, { shares, n }) =>
      sum + given.reduce((s, k) => s + (n * (shares[k]! - pooled[k]!) ** 2) / pooled[k]!, 0),
    0,
  )
  const df = given.length - 1
  // The χ² tail is the upper regularised incomplete gamma function at half of both.
  return { statistic, df, p: df > 0 ? gammaQ(statistic / 2, df / 2, true, true) : Number.NaN }
}

/**
 * Earth mover's distance on the scores (Wasserstein 1), in their units.
 *
 * @param scores  of the categories, ascending, shape [categories]
 */
export function wasserstein(
  a: CategorySample,
  b: CategorySample,
  scores: readonly number[],
): number {
  let gap = 0
  let moved = 0
  for (let k = 0; k < scores.length - 1; k++) {
    gap += a.shares[k]! - b.shares[k]!
    moved += Math.abs(gap) * (scores[k + 1]! - scores[k]!)
  }
  return moved
}

/** 1 minus the largest gap between the cumulative shares (Kolmogorov–Smirnov), 0–1. */
export function ksSimilarity(a: CategorySample, b: CategorySample): number {
  let gap = 0
  let largest = 0
  for (const [k, share] of a.shares.entries()) {
    gap += share - b.shares[k]!
    largest = Math.max(largest, Math.abs(gap))
  }
  return 1 - largest
}

/** Shannon entropy of `b` over that of `a`; NaN where `a` is all one category. */
export function entropyRatio(a: CategorySample, b: CategorySample): number {
  const of = ({ shares }: CategorySample) =>
    -shares.reduce((sum, share) => (share > 0 ? sum + share * Math.log(share) : sum), 0)
  const base = of(a)
  return base > 0 ? of(b) / base : Number.NaN
}
