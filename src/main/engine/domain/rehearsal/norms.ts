import { SchwartzValue, traitNames } from '../../../../shared/contract/personas.ts'

/**
 * What the response model standardises on: people as the persona generator draws them (traits of
 * `domain/personas/traits.ts`, values of `values.ts`), women and men alike, ages uniform on 18–80.
 * Computed from 200,000 of them and frozen here, so that nobody's answers depend on who else is in
 * a sample; a test draws them again.
 */
export const predictorNames = [...traitNames, ...SchwartzValue.options, 'age', 'gender'] as const

/**
 * Raw scores: traits in z of their percentile; a value counts 3, 2 or 1 as first, second or third
 * and 0 otherwise; age in years; woman 1, man −1.
 */
export const predictorMeans: readonly number[] = [
  -0.031, 0.069, -0.031, 0.069, -0.073, 0.817, 0.282, 0.435, 0.48, 0.212, 0.78, 0.733, 0.458, 1.033,
  0.77, 49, 0,
]

export const predictorDeviations: readonly number[] = [
  1.001, 1.02, 1.007, 1.018, 1.036, 1.126, 0.732, 0.9, 0.929, 0.644, 1.114, 1.09, 0.911, 1.197,
  1.091, 18.2, 1,
]

/** Correlations below the diagonal: row i holds predictor i with predictors 0 … i − 1. */
// prettier-ignore
const below: readonly (readonly number[])[] = [
  [],
  [0.18],
  [0.43, 0.28],
  [0.2, 0.45, 0.25],
  [-0.16, -0.43, -0.33, -0.36],
  [0.35, -0.03, 0.17, -0.06, -0.01],
  [0.17, -0.18, 0.16, -0.11, 0.05, 0],
  [-0.02, -0.25, -0.01, -0.23, 0.13, -0.08, 0.01],
  [0.03, -0.03, 0.11, -0.23, 0.03, -0.07, -0.02, -0.04],
  [-0.06, -0.14, 0.01, -0.28, 0.09, -0.06, -0.01, 0, 0],
  [-0.27, 0.12, -0.13, -0.07, 0, -0.22, -0.15, -0.13, -0.11, -0.06],
  [-0.29, 0.1, -0.22, 0.07, -0.01, -0.24, -0.17, -0.15, -0.16, -0.1, -0.04],
  [-0.31, -0.05, -0.24, -0.03, 0.05, -0.2, -0.13, -0.1, -0.12, -0.06, -0.03, 0],
  [0.13, 0.22, 0.09, 0.45, -0.15, -0.15, -0.13, -0.19, -0.2, -0.17, -0.17, -0.11, -0.12],
  [0.24, 0.06, 0.08, 0.23, -0.07, -0.08, -0.08, -0.13, -0.15, -0.12, -0.2, -0.17, -0.16, -0.04],
  [-0.05, 0.17, -0.05, 0.17, -0.16, -0.05, -0.19, -0.18, -0.14, -0.06, 0.1, 0.16, 0.14, 0.07, 0.02],
  [-0.02, 0.06, 0.05, 0.07, 0.2, -0.02, -0.01, -0.02, -0.01, -0.02, 0.01, 0.01, 0.01, 0.03, 0, 0],
]

/** Symmetric, shape [17, 17], in the order of `predictorNames`. */
export const predictorCorrelations: readonly (readonly number[])[] = below.map((_, i) =>
  below.map((_, j) => (i === j ? 1 : (below[Math.max(i, j)]![Math.min(i, j)] as number))),
)

/** aᵀ·R·b: covariance, among the norm people, of two weighted sums of standardised predictors. */
export function predictorCovariance(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) {
    const row = predictorCorrelations[i]!
    for (let j = 0; j < b.length; j++) sum += a[i]! * row[j]! * b[j]!
  }
  return sum
}
