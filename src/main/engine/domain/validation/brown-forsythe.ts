import fCdf from '@stdlib/stats-base-dists-f-cdf'
import { medianOf, type CategorySample } from './category-sample.ts'

export type SpreadTest = { readonly f: number; readonly df2: number; readonly p: number }

/**
 * Whether two samples of scores are spread alike: the analysis of variance of the distances from
 * each sample's median (Brown & Forsythe 1974), df₁ = 1. Answers count by their effective n. Both
 * samples without any spread do not differ: F 0, p 1.
 *
 * @param scores  of the categories, ascending, shape [categories]
 */
export function brownForsythe(
  a: CategorySample,
  b: CategorySample,
  scores: readonly number[],
): SpreadTest {
  const groups = [a, b].map((sample) => {
    const median = medianOf(sample, scores)
    const distances = scores.map((score) => Math.abs(score - median))
    const mean = sample.shares.reduce((sum, share, k) => sum + share * distances[k]!, 0)
    const within = sample.shares.reduce(
      (sum, share, k) => sum + sample.n * share * (distances[k]! - mean) ** 2,
      0,
    )
    return { n: sample.n, mean, within }
  })
  const n = a.n + b.n
  const grand = groups.reduce((sum, group) => sum + group.n * group.mean, 0) / n
  const between = groups.reduce((sum, group) => sum + group.n * (group.mean - grand) ** 2, 0)
  const within = groups.reduce((sum, group) => sum + group.within, 0)
  const df2 = n - 2
  if (df2 <= 0) return { f: Number.NaN, df2, p: Number.NaN }
  if (between < 1e-15) return { f: 0, df2, p: 1 }
  const f = (between * df2) / within
  return { f, df2, p: 1 - fCdf(f, 1, df2) }
}
