import {
  linearisedCovariance,
  residualDf,
  totalWeight,
  type FittedModel,
  type ModelData,
  type UnfittedModel,
} from './fitted-model.ts'
import { sandwich, timesVector } from '../matrix.ts'
import { maximise, type Likelihood } from './newton.ts'
import { findSeparation } from './separation.ts'
import { inverseTriangular, weightedBasis } from './weighted-basis.ts'

/** Log odds beyond this, or a search without an end, are looked into for separation. */
export const SUSPECT_LOG_ODDS = 12

/**
 * Weighted logistic regression with linearised standard errors (R: `svyglm`, quasibinomial).
 *
 * @param outcome  0 or 1, shape [rows]; not read outside the domain
 */
export function logisticModel(data: ModelData, outcome: Float64Array): FittedModel | UnfittedModel {
  const { design, columns, domain } = data
  const { weight } = design
  const { q, r, kept } = weightedBasis(columns, weight, domain)
  const rows = [...domain.keys()].filter((row) => domain[row] && weight[row]! > 0)
  const logOdds = (gamma: readonly number[], row: number) =>
    q.reduce((sum, direction, j) => sum + direction[row]! * gamma[j]!, 0)
  const found = maximise((gamma) => {
    const eta = rows.map((row) => logOdds(gamma, row))
    return binomialLikelihood(q, { rows, eta, outcome, weight })
  }, new Array<number>(q.length).fill(0))
  const eta = rows.map((row) => logOdds(found.parameters, row))
  if (!found.converged || eta.some((value) => Math.abs(value) > SUSPECT_LOG_ODDS)) {
    const towards = rows.map((row) => q.map((x) => (outcome[row] === 1 ? x[row]! : -x[row]!)))
    const direction = findSeparation(towards)
    if (direction) return separated(timesVector(inverseTriangular(r), direction), kept)
    if (!found.converged) return { separatedBy: [], kept }
  }
  const scores = q.map(() => new Float64Array(weight.length))
  rows.forEach((row, i) => {
    const residual = weight[row]! * (outcome[row]! - expit(eta[i]!))
    scores.forEach((score, j) => (score[row] = residual * q[j]![row]!))
  })
  const back = inverseTriangular(r)
  const total = totalWeight(design, domain)
  const share = rows.reduce((sum, row) => sum + weight[row]! * outcome[row]!, 0) / total
  return {
    coefficients: timesVector(back, found.parameters),
    thresholds: [],
    covariance: sandwich(back, linearisedCovariance(design, scores, found.inverseInformation)),
    kept,
    degreesOfFreedom: residualDf(data, q.length - 1),
    deviance: -2 * found.value,
    nullDeviance: -2 * total * (xlogx(share) + xlogx(1 - share)),
    weight: total,
  }
}

type Binomial = {
  readonly rows: readonly number[]
  /** Log odds of each of `rows`. */
  readonly eta: readonly number[]
  readonly outcome: Float64Array
  readonly weight: Float64Array
}

function binomialLikelihood(
  q: readonly Float64Array[],
  { rows, eta, outcome, weight }: Binomial,
): Likelihood {
  const k = q.length
  let value = 0
  const gradient = new Array<number>(k).fill(0)
  const information = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  rows.forEach((row, at) => {
    const w = weight[row]!
    const p = expit(eta[at]!)
    value -= w * softplus(outcome[row] === 1 ? -eta[at]! : eta[at]!)
    const residual = w * (outcome[row]! - p)
    const spread = w * p * (1 - p)
    for (let i = 0; i < k; i++) {
      const x = q[i]![row]!
      gradient[i]! += residual * x
      for (let j = 0; j <= i; j++) information[i]![j]! += spread * x * q[j]![row]!
    }
  })
  for (let i = 0; i < k; i++)
    for (let j = i + 1; j < k; j++) information[i]![j] = information[j]![i]!
  return { value, gradient, information }
}

/** Names the columns whose coefficients a direction of separation moves. */
export function separated(direction: readonly number[], kept: readonly number[]): UnfittedModel {
  const largest = Math.max(...direction.map(Math.abs))
  const moving = kept.filter((_, i) => Math.abs(direction[i]!) > 1e-4 * largest)
  return { separatedBy: moving, kept }
}

export function expit(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
}

/** log(1 + eˣ) without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

/** x·log x, 0 at 0. */
export function xlogx(x: number): number {
  return x > 0 ? x * Math.log(x) : 0
}
