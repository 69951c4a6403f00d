import { testedDifference } from '../difference.ts'
import type { FittedModel } from './fitted-model.ts'

export type CoefficientTest = {
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
  /** t: estimate over standard error. */
  readonly statistic: number
  /** Two-sided. */
  readonly p: number
}

/** Each coefficient, then each threshold, against 0; NaN without degrees of freedom. */
export function coefficientTests(model: FittedModel, level: number): CoefficientTest[] {
  const { coefficients, thresholds, covariance, degreesOfFreedom: df } = model
  return [...coefficients, ...thresholds].map((estimate, i) =>
    testedDifference(estimate, Math.sqrt(covariance[i]![i]!), { df, level }),
  )
}
