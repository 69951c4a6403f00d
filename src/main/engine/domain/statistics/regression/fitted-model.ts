import type { Domain, SurveyDesign } from '../design.ts'
import { degreesOfFreedom } from '../design.ts'
import { varianceOfTotals } from '../variance.ts'
import { timesVector, type Matrix } from '../matrix.ts'

/** A model as estimated; whatever it is of. */
export type FittedModel = {
  /** Of the columns that were kept, in their order: shape [kept]. */
  readonly coefficients: readonly number[]
  /** Of the cut points between ordered answers; empty for other models. */
  readonly thresholds: readonly number[]
  /** Of the coefficients, then the thresholds, under the design. */
  readonly covariance: Matrix
  readonly kept: readonly number[]
  /**
   * Design degrees of freedom less the coefficients but the intercept (R: `svyglm`, `svyolr`).
   */
  readonly degreesOfFreedom: number
  /** Linear: Σwe². Others: −2 log likelihood. Both of weights as they are. */
  readonly deviance: number
  /** The same of a model that knows no predictor. */
  readonly nullDeviance: number
  /** Σw over the domain. */
  readonly weight: number
}

/** No finite coefficients fit best. */
export type UnfittedModel = {
  /**
   * Columns along which coefficients grow without end, as predictors tell some answers apart
   * without fail (separation). Empty: the search for the best fit found no end.
   */
  readonly separatedBy: readonly number[]
  readonly kept: readonly number[]
}

export function isUnfitted(model: FittedModel | UnfittedModel): model is UnfittedModel {
  return 'separatedBy' in model
}

/** What a model is fitted to. */
export type ModelData = {
  readonly design: SurveyDesign
  /** Shape [k][rows]; the first is the intercept. Not read outside the domain. */
  readonly columns: readonly Float64Array[]
  /** Rows with an answer and every predictor: shape [rows]. */
  readonly domain: Domain
}

/**
 * Variance of M-estimates by linearisation (Binder 1983): of A⁻¹·score, per row.
 *
 * @param scores       weighted derivatives of the log likelihood, shape [k][rows], 0 outside
 * @param information  inverse of the weighted information, shape [k][k]
 */
export function linearisedCovariance(
  design: SurveyDesign,
  scores: readonly Float64Array[],
  inverseInformation: Matrix,
): number[][] {
  const influences = scores.map(() => new Float64Array(design.weight.length))
  const atRow = new Array<number>(scores.length).fill(0)
  for (let row = 0; row < design.weight.length; row++) {
    let isZero = true
    for (let k = 0; k < scores.length; k++) {
      atRow[k] = scores[k]![row]!
      if (atRow[k] !== 0) isZero = false
    }
    if (isZero) continue
    timesVector(inverseInformation, atRow).forEach((value, k) => (influences[k]![row] = value))
  }
  return varianceOfTotals(design, influences)
}

/** Σw over a domain. */
export function totalWeight({ weight }: SurveyDesign, domain: Domain): number {
  let sum = 0
  for (let row = 0; row < domain.length; row++) if (domain[row]) sum += weight[row]!
  return sum
}

export function residualDf(data: ModelData, slopes: number): number {
  return degreesOfFreedom(data.design, data.domain) - slopes
}
