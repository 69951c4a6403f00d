import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'

/** Clopper & Pearson (1934) with a real-valued number of trials. */
export function clopperPearson(share: number, trials: number, level: number): [number, number] {
  if (!(trials > 0)) return [Number.NaN, Number.NaN]
  const alpha = 1 - level
  const hits = share * trials
  const misses = trials - hits
  return [
    share === 0 ? 0 : betaQuantile(alpha / 2, hits, misses + 1),
    share === 1 ? 1 : betaQuantile(1 - alpha / 2, hits + 1, misses),
  ]
}
