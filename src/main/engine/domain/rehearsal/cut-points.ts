import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** Shares of a scale from the lowest to the highest label where the author gives none. Ours. */
export const defaultShares: Readonly<Record<5 | 7, readonly number[]>> = {
  5: [0.08, 0.18, 0.26, 0.32, 0.16],
  7: [0.05, 0.1, 0.15, 0.22, 0.23, 0.16, 0.09],
}

/** Shares of a scale of any length, the lowest first, where the author gives none. Ours. */
export function sharesOfScale(points: number): readonly number[] {
  if (points === 2) return [0.5, 0.5]
  if (points === 11) return recommending
  if (points === 5 || points === 7) return defaultShares[points]
  // A normal distribution about the middle, cut into equal stretches out to 2 SD.
  const bounds = Array.from({ length: points + 1 }, (_, i) =>
    i === 0 ? -Infinity : i === points ? Infinity : -2 + (4 * i) / points,
  )
  return bounds.slice(1).map((bound, i) => normalCdf(bound, 0, 1) - normalCdf(bounds[i]!, 0, 1))
}

// 0–10 as such questions tend to come out: few below 5, most from 7 to 9.
const recommending = [0.03, 0.01, 0.02, 0.03, 0.04, 0.1, 0.09, 0.17, 0.22, 0.14, 0.15]

/** Shares that sum to 1. @param shares  ≥ 0, at least one above 0 */
export function rescale(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}

/** The scale point 1…k of a standard normal latent answer: cut at Φ⁻¹ of the cumulative shares. */
export function scalePoint(latent: number, shares: readonly number[]): number {
  const scaled = rescale(shares)
  let cumulative = 0
  let lastPossible = 1
  for (const [i, share] of scaled.entries()) {
    if (share === 0) continue
    lastPossible = i + 1
    cumulative += share
    // Rounding may leave the sum a hair off 1.
    if (cumulative < 1 - 1e-12 && latent <= normalQuantile(cumulative, 0, 1)) return i + 1
  }
  return lastPossible
}
