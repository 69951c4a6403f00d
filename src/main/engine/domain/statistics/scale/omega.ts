import type { Matrix } from '../matrix.ts'
import { correlationsOf, sumOf } from './alpha.ts'
import { minresFactor } from './minres.ts'

/** Steps of the derivative, in standard deviations: minimum residuals are found to 1e-13. */
const STEP = 1e-5

/**
 * McDonald's (1999) ω total of the sum of the items: 1 − the uniquenesses' part of its variance
 * (R: `psych::omega(nfactors = 1)` for standardised items), from one factor by minimum residuals.
 * NaN with fewer than three items.
 */
export function omegaTotal(covariance: Matrix): number {
  const factor = minresFactor(correlationsOf(covariance))
  if (!factor) return Number.NaN
  const unique = factor.loadings.reduce(
    (sum, loading, i) => sum + (1 - loading ** 2) * covariance[i]![i]!,
    0,
  )
  return 1 - unique / sumOf(covariance)
}

/** Derivative of ω by each covariance, half on either side of the diagonal: shape [k][k]. */
export function omegaGradient(covariance: Matrix): number[][] {
  const k = covariance.length
  const gradient = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++) {
      const step = STEP * Math.sqrt(covariance[i]![i]! * covariance[j]![j]!)
      const slope = (omegaAt(i, j, step) - omegaAt(i, j, -step)) / (2 * step)
      gradient[i]![j] = i === j ? slope : slope / 2
      gradient[j]![i] = gradient[i]![j]!
    }
  return gradient

  function omegaAt(i: number, j: number, by: number): number {
    return omegaTotal(
      covariance.map((row, a) =>
        row.map((value, b) => ((a === i && b === j) || (a === j && b === i) ? value + by : value)),
      ),
    )
  }
}
