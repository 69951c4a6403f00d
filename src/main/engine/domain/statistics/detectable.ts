import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { noncentralTUpperTail } from './noncentral-t.ts'

/** Two-sided α, 0–1, and the power wanted, 0–1. */
export type Wanted = { readonly alpha: number; readonly power: number }

/** Effective n of the two groups. */
export type TwoGroups = readonly [number, number]

/**
 * Power of the two-sided t test of two independent means, `difference` in SD (Cohen 1988, by the
 * noncentral t; the far tail is left out, as R's `power.t.test` does).
 */
export function powerOfMeans([a, b]: TwoGroups, difference: number, alpha: number): number {
  const df = a + b - 2
  return powerOfT(df, Math.abs(difference) / Math.sqrt(1 / a + 1 / b), alpha)
}

/** The same for n differences within persons, `difference` in SD of those differences. */
export function powerOfPaired(n: number, difference: number, alpha: number): number {
  return powerOfT(n - 1, Math.abs(difference) * Math.sqrt(n), alpha)
}

function powerOfT(df: number, noncentrality: number, alpha: number): number {
  if (df < 1) return Number.NaN
  return noncentralTUpperTail(tQuantile(1 - alpha / 2, df), df, noncentrality)
}

/**
 * Power of the two-sided test of two independent shares by the normal approximation without
 * continuity correction (Fleiss, Levin & Paik 2003, 4.3; R's `power.prop.test`).
 */
export function powerOfShares([a, b]: TwoGroups, p: TwoGroups, alpha: number): number {
  const pooled = (a * p[0] + b * p[1]) / (a + b)
  const under0 = Math.sqrt(pooled * (1 - pooled) * (1 / a + 1 / b))
  const under1 = Math.sqrt((p[0] * (1 - p[0])) / a + (p[1] * (1 - p[1])) / b)
  const reach = Math.abs(p[0] - p[1]) - normalQuantile(1 - alpha / 2, 0, 1) * under0
  return tailOf(reach, under1)
}

/**
 * Power of the two-sided test of two shares of the same n persons whose answers correlate by `icc`
 * (Connor 1987: ψ is the share of discordant pairs), each the mean of `replicates` answers.
 */
export function powerOfPairedShares(
  n: number,
  p: TwoGroups,
  { alpha, icc, replicates }: { alpha: number; icc: number; replicates: number },
): number {
  const difference = Math.abs(p[0] - p[1])
  const variances = [p[0] * (1 - p[0]), p[1] * (1 - p[1])] as const
  const both = variances[0] + variances[1] - 2 * icc * Math.sqrt(variances[0] * variances[1])
  const discordant = both + difference ** 2
  const under0 = Math.sqrt(discordant / replicates / n)
  const under1 = Math.sqrt(both / replicates / n)
  return tailOf(difference - normalQuantile(1 - alpha / 2, 0, 1) * under0, under1)
}

function tailOf(reach: number, spread: number): number {
  if (spread === 0) return reach > 0 ? 1 : 0
  return normalCdf(reach / spread, 0, 1)
}

/**
 * The smallest difference seen with the power wanted; null when none up to `most` is.
 *
 * @param powerAt  rises with the difference
 */
export function smallestDifference(
  powerAt: (difference: number) => number,
  power: number,
  most: number,
): number | null {
  if (!(powerAt(most) >= power)) return null
  let [low, high] = [0, most]
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2
    if (powerAt(middle) >= power) high = middle
    else low = middle
  }
  return high
}

/** Smallest difference of two independent means, in SD. */
export function detectableMeans(groups: TwoGroups, { alpha, power }: Wanted): number | null {
  return smallestDifference((d) => powerOfMeans(groups, d, alpha), power, 1e3)
}

/** Smallest mean difference within persons, in SD of the differences. */
export function detectablePaired(n: number, { alpha, power }: Wanted): number | null {
  return smallestDifference((d) => powerOfPaired(n, d, alpha), power, 1e3)
}

/** Smallest difference of two shares that lie as far under one half as over it: 0–1. */
export function detectableShares(groups: TwoGroups, { alpha, power }: Wanted): number | null {
  if (Math.min(...groups) <= 0) return null
  return smallestDifference((d) => powerOfShares(groups, around(d), alpha), power, 1)
}

/** The same for two shares of the same persons. */
export function detectablePairedShares(
  n: number,
  { alpha, power }: Wanted,
  within: { icc: number; replicates: number },
): number | null {
  if (n <= 0) return null
  return smallestDifference(
    (d) => powerOfPairedShares(n, around(d), { alpha, ...within }),
    power,
    1,
  )
}

// Variance is largest there: any other base share is seen at least as well.
function around(difference: number): TwoGroups {
  return [0.5 - difference / 2, 0.5 + difference / 2]
}
