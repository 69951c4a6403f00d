import fCdf from '@stdlib/stats-base-dists-f-cdf'
import type { Repeated } from './repeated.ts'

export type IccInterval = {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** Subjects measured twice or more. */
  readonly subjects: number
}

/**
 * ICC(1,1) of one-way random effects with its exact F interval (Shrout & Fleiss 1979); of groups of
 * different size, with the size that the analysis of variance expects (Snedecor & Cochran 1989). NaN
 * with fewer than two subjects, or where nothing varies.
 */
export function iccInterval(repeated: Repeated, level = 0.95): IccInterval {
  const { between, within, df1, df2, size } = analyse(repeated)
  const n = df1 + 1
  const all = between + (size - 1) * within
  if (!(all > 0) || df1 < 1 || df2 < 1)
    return { estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, subjects: n }
  const estimate = (between - within) / all
  if (within === 0) return { estimate, lower: 1, upper: 1, subjects: n }
  const f = between / within
  const iccOf = (ratio: number) => (ratio - 1) / (ratio + size - 1)
  const tail = (1 - level) / 2
  return {
    estimate,
    lower: iccOf(f / fQuantile(1 - tail, df1, df2)),
    upper: iccOf(f / fQuantile(tail, df1, df2)),
    subjects: n,
  }
}

/** Mean squares between and within subjects. */
function analyse({ values, starts }: Repeated) {
  const n = starts.length - 1
  const total = values.length
  const grand = values.reduce((sum, value) => sum + value, 0) / total
  let [between, within, squaredSizes] = [0, 0, 0]
  for (let subject = 0; subject < n; subject++) {
    const [from, to] = [starts[subject]!, starts[subject + 1]!]
    let sum = 0
    for (let i = from; i < to; i++) sum += values[i]!
    const mean = sum / (to - from)
    between += (to - from) * (mean - grand) ** 2
    for (let i = from; i < to; i++) within += (values[i]! - mean) ** 2
    squaredSizes += (to - from) ** 2
  }
  return {
    between: between / (n - 1),
    within: within / (total - n),
    df1: n - 1,
    df2: total - n,
    size: (total - squaredSizes / total) / (n - 1),
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
