import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** Shares of a scale from the lowest to the highest label where the author gives none. Ours. */
export const defaultShares: Readonly<Record<5 | 7, readonly number[]>> = {
  5: [0.08, 0.18, 0.26, 0.32, 0.16],
  7: [0.05, 0.1, 0.15, 0.22, 0.23, 0.16, 0.09],
}

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
