import tCdf from '@stdlib/stats-base-dists-t-cdf'
import {
  DEFAULT_LEVEL,
  degreesOfFreedom,
  tFactor,
  type Domain,
  type SurveyDesign,
} from './design.ts'
import { influenceOfMean } from './mean.ts'
import { standardErrorOfTotal } from './variance.ts'

/** Relative to the means: what summing may have blurred. */
const ROUNDING = 1e-13

export type Difference = {
  /** Mean of b minus mean of a, in the units of the values. */
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  readonly level: number
  readonly degreesOfFreedom: number
  /** Estimate over standard error; NaN for 0 over 0. */
  readonly statistic: number
  /** Two-sided. */
  readonly p: number
}

/**
 * Difference of two domain means (of shares, with values 0 and 1) with the covariance the design
 * gives them: personas in both domains are compared with themselves. The test is R's `svyttest`,
 * with one degree of freedom less than the design of both domains together. NaN when either domain
 * is empty.
 *
 * @param values  shape [rows]; not read outside the domains
 */
export function differenceOfMeans(
  design: SurveyDesign,
  values: Float64Array,
  domainA: Domain,
  domainB: Domain,
  level = DEFAULT_LEVEL,
): Difference {
  const a = influenceOfMean(design, values, domainA)
  const b = influenceOfMean(design, values, domainB)
  const estimate = b.estimate - a.estimate
  const influence = b.influence
  const either = new Uint8Array(domainA.length)
  for (let row = 0; row < either.length; row++) {
    influence[row]! -= a.influence[row]!
    either[row] = domainA[row]! | domainB[row]!
  }
  const standardError = standardErrorOfTotal(design, influence)
  // Personas that all answer alike differ by nothing, not by 1e-16 ± 1e-17.
  const rounding = ROUNDING * Math.max(Math.abs(a.estimate), Math.abs(b.estimate))
  return testedDifference(
    Math.abs(estimate) <= rounding ? 0 : estimate,
    standardError <= rounding ? 0 : standardError,
    { df: degreesOfFreedom(design, either) - 1, level },
  )
}

/** Interval and two-sided test from the t distribution; NaN without degrees of freedom. */
export function testedDifference(
  estimate: number,
  standardErrorFound: number,
  { df, level }: { df: number; level: number },
): Difference {
  const standardError = Number.isNaN(estimate) ? Number.NaN : standardErrorFound
  const half = tFactor(level, df) * standardError
  const statistic = estimate / standardError
  return {
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
    level,
    degreesOfFreedom: df,
    statistic,
    p: df > 0 ? 2 * tCdf(-Math.abs(statistic), df) : Number.NaN,
  }
}
