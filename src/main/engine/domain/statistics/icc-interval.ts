import fCdf from '@stdlib/stats-base-dists-f-cdf'
import { icc11 } from './icc.ts'

export type IccInterval = {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** Subjects measured twice or more. */
  readonly subjects: number
}

/**
 * ICC(1,1) with its exact F interval (Shrout & Fleiss 1979); of groups of different size, with the
 * size that the analysis of variance expects. NaN where nothing varies within subjects or between.
 */
export function iccInterval(subjects: readonly (readonly number[])[], level = 0.95): IccInterval {
  const repeated = subjects.filter(({ length }) => length >= 2)
  const estimate = icc11(repeated)
  const n = repeated.length
  const total = repeated.reduce((sum, { length }) => sum + length, 0)
  const size =
    (total - repeated.reduce((sum, { length }) => sum + length ** 2, 0) / total) / (n - 1)
  const [df1, df2] = [n - 1, total - n]
  if (Number.isNaN(estimate) || df1 < 1 || df2 < 1)
    return { estimate, lower: Number.NaN, upper: Number.NaN, subjects: n }
  if (estimate >= 1) return { estimate, lower: 1, upper: 1, subjects: n }
  // ICC = (F − 1) / (F + size − 1) is F = (1 + (size − 1)·ICC) / (1 − ICC).
  const f = (1 + (size - 1) * estimate) / (1 - estimate)
  const iccOf = (ratio: number) => (ratio - 1) / (ratio + size - 1)
  const tail = (1 - level) / 2
  return {
    estimate,
    lower: iccOf(f / fQuantile(1 - tail, df1, df2)),
    upper: iccOf(f / fQuantile(tail, df1, df2)),
    subjects: n,
  }
}

/** By bisection of the distribution function, on the logarithm of F. */
function fQuantile(p: number, df1: number, df2: number): number {
  let [low, high] = [-30, 30]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (fCdf(Math.exp(middle), df1, df2) < p) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
