import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { createStream } from '../random.ts'

/** One pair of effects: of people with the variance of its error, and of personas. */
export type EffectPair = {
  readonly people: number
  readonly peopleVariance: number
  readonly personas: number
}

export type Slope = { readonly estimate: number; readonly lower: number; readonly upper: number }

const DRAWS = 999
const LEVEL = 0.95

/** Variance of Σ(xy − βx²) that clusters share, at a slope β: the same people answer all of them. */
export type SharedVariance = (slope: number) => number

/**
 * Slope through the origin of the personas' effects on the people's, corrected for the sampling error
 * of the latter by moments, Σxy / Σ(x² − v) (Fuller 1987, ch. 1): without the correction noise alone
 * flattens it. The sign of an effect is arbitrary (a less b or b less a), hence no intercept.
 *
 * The interval holds every slope β that Σ(xy − β(x² − v)) does not reject (Fieller 1954), over
 * clusters, which stay together: effects of one item. Its critical value is that of the studentised
 * bootstrap over clusters (Efron & Tibshirani 1993, ch. 12), or of t where that is larger: percentiles
 * of a ratio cover too seldom. What clusters share is added to the variance.
 *
 * @returns null where people's effects are no larger than their error
 */
export function slopeThroughOrigin(
  clusters: readonly (readonly EffectPair[])[],
  seed: number,
  shared: SharedVariance = () => 0,
): Slope | null {
  const sums = clusters.map(sumsOf)
  const m = sums.length
  const people = mean(sums.map((one) => one.people))
  if (m < 2 || !(people > 0)) return null
  const estimate = mean(sums.map((one) => one.both)) / people
  const residuals = sums.map((one) => one.both - estimate * one.people)
  const critical = Math.max(studentised(residuals, seed), tQuantile((1 + LEVEL) / 2, m - 1))
  return fieller(sums, critical, Math.max(0, shared(estimate)) / m ** 2)
}

type Sums = { readonly both: number; readonly people: number }

function sumsOf(pairs: readonly EffectPair[]): Sums {
  return {
    both: pairs.reduce((sum, one) => sum + one.people * one.personas, 0),
    people: pairs.reduce((sum, one) => sum + one.people ** 2 - one.peopleVariance, 0),
  }
}

/** Where |mean(both − β·people)| is at most `critical` standard errors. */
function fieller(sums: readonly Sums[], critical: number, shared: number): Slope | null {
  const [both, people] = [sums.map((one) => one.both), sums.map((one) => one.people)]
  const [y, x] = [mean(both), mean(people)]
  const k = critical ** 2 / sums.length
  const a = x * x - k * covariance(people, people)
  const b = x * y - k * covariance(people, both)
  const c = y * y - k * covariance(both, both) - critical ** 2 * shared
  const root = b * b - a * c
  // People's effects are not told from nothing: every slope would do.
  if (a <= 0 || root < 0) return null
  return { estimate: y / x, lower: (b - Math.sqrt(root)) / a, upper: (b + Math.sqrt(root)) / a }
}

/** The 95 % point of |t| of the mean, drawing residuals anew. */
function studentised(residuals: readonly number[], seed: number): number {
  const m = residuals.length
  const centre = mean(residuals)
  const uniform = createStream('slope', seed)
  const found = Array.from({ length: DRAWS }, () => {
    const drawn = residuals.map(() => residuals[Math.floor(uniform() * m)]! - centre)
    const spread = Math.sqrt(covariance(drawn, drawn) / m)
    return spread > 0 ? Math.abs(mean(drawn)) / spread : 0
  }).toSorted((a, b) => a - b)
  return found[Math.ceil(LEVEL * (DRAWS + 1)) - 1]!
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)]
  return a.reduce((sum, value, i) => sum + (value - ma) * (b[i]! - mb), 0) / (a.length - 1)
}
