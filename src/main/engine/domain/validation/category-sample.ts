/** Answers to one item as shares over its categories. */
export type CategorySample = {
  /** Weighted shares, sum 1, shape [categories]; for ordered items from low to high. */
  readonly shares: readonly number[]
  /** Independent answers they are worth: Kish's effective n of weighted ones. Above 0. */
  readonly n: number
}

/** Both samples as one, each counting by its n: what is true if they do not differ. */
export function pooledShares(a: CategorySample, b: CategorySample): number[] {
  return a.shares.map((share, k) => (share * a.n + b.shares[k]! * b.n) / (a.n + b.n))
}

/** Mean of scores. @param scores  of the categories, shape [categories] */
export function meanOf({ shares }: CategorySample, scores: readonly number[]): number {
  return shares.reduce((sum, share, k) => sum + share * scores[k]!, 0)
}

/** Variance of scores with n / (n − 1); NaN where n ≤ 1. */
export function varianceOf(sample: CategorySample, scores: readonly number[]): number {
  if (sample.n <= 1) return Number.NaN
  return centralMoment(sample, scores, 2) * (sample.n / (sample.n - 1))
}

/** Population moment about the mean. */
export function centralMoment(
  sample: CategorySample,
  scores: readonly number[],
  order: number,
): number {
  const mean = meanOf(sample, scores)
  return sample.shares.reduce((sum, share, k) => sum + share * (scores[k]! - mean) ** order, 0)
}

/** Median score; between two when exactly half lies on either side. Scores ascend. */
export function medianOf({ shares }: CategorySample, scores: readonly number[]): number {
  let below = 0
  for (let k = 0; k < shares.length; k++) {
    below += shares[k]!
    // Shares that are counts over n add up with rounding.
    if (Math.abs(below - 0.5) < 1e-12) {
      const next = shares.findIndex((share, i) => i > k && share > 0)
      return next === -1 ? scores[k]! : (scores[k]! + scores[next]!) / 2
    }
    if (below > 0.5) return scores[k]!
  }
  return scores.at(-1)!
}
