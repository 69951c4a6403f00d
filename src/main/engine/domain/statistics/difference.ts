import tCdf from '@stdlib/stats-base-dists-t-cdf'
import {
  DEFAULT_LEVEL,
  degreesOfFreedom,
  standardErrorOfTotal,
  tFactor,
  type Domain,
  type SurveyDesign,
} from './design.ts'
import { linearisedMean } from './mean.ts'

export type Difference = {
  /** Mean of b minus mean of a, in the units of the values. */
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  readonly level: number
  readonly degreesOfFreedom: number
  readonly statistic: number
  /** Two-sided. */
  readonly p: number
}

/**
 * Difference of two domain means with the covariance the design gives them: personas in both
 * domains are compared with themselves. The test is R's `svyttest` (one degree of freedom less than
 * the design of both domains together).
 */
export function differenceOfMeans(
  design: SurveyDesign,
  values: Float64Array,
  domainA: Domain,
  domainB: Domain,
  level = DEFAULT_LEVEL,
): Difference {
  const a = linearisedMean(design, values, domainA)
  const b = linearisedMean(design, values, domainB)
  const estimate = b.estimate - a.estimate
  const influence = b.influence.map((value, row) => value - a.influence[row]!)
  const standardError = standardErrorOfTotal(design, influence)
  const both = domainA.map((inside, row) => inside | domainB[row]!)
  const df = degreesOfFreedom(design, both) - 1
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
