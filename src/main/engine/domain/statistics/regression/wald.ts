import fCdf from '@stdlib/stats-base-dists-f-cdf'
import { solve } from '../solve.ts'
import { dot } from '../matrix.ts'
import type { FittedModel } from './fitted-model.ts'

export type WaldTest = {
  readonly f: number
  readonly numeratorDf: number
  readonly denominatorDf: number
  readonly p: number
}

/**
 * That the coefficients at `places` are all 0, by their covariance under the design (R:
 * `regTermTest`). NaN where the covariance is singular (more coefficients than personas tell
 * apart) or no degrees of freedom are left.
 */
export function waldTest(model: FittedModel, places: readonly number[]): WaldTest {
  const { coefficients, covariance, degreesOfFreedom } = model
  const beta = places.map((i) => coefficients[i]!)
  // By their standard errors, so that no unit of a predictor looks like a singular matrix.
  const scale = places.map((i) => Math.sqrt(covariance[i]![i]!))
  const v = places.map((i, a) => places.map((j, b) => covariance[i]![j]! / (scale[a]! * scale[b]!)))
  const z = beta.map((value, a) => value / scale[a]!)
  const solved = z.every(Number.isFinite)
    ? solve(
        v,
        z.map((value) => [value]),
      )
    : undefined
  const f = solved
    ? dot(
        z,
        solved.map((row) => row[0]!),
      ) / places.length
    : Number.NaN
  return fTest(f, places.length, degreesOfFreedom)
}

/** NaN without an F or without degrees of freedom. */
export function fTest(f: number, numeratorDf: number, denominatorDf: number): WaldTest {
  const usable = Number.isFinite(f) && denominatorDf > 0
  return {
    f,
    numeratorDf,
    denominatorDf,
    p: usable ? upperTail(f, numeratorDf, denominatorDf) : Number.NaN,
  }
}

// By the reciprocal: 1 − cdf would lose every digit of a small p.
function upperTail(f: number, df1: number, df2: number): number {
  return f === 0 ? 1 : fCdf(1 / f, df2, df1)
}
