import { linearisedCovariance, residualDf, totalWeight, type FittedModel } from './fitted-model.ts'
import type { ModelData } from './fitted-model.ts'
import { identity, sandwich, timesVector } from '../matrix.ts'
import { inverseTriangular, weightedBasis, weightedDot } from './weighted-basis.ts'

/**
 * Weighted least squares with linearised standard errors (R: `svyglm`, gaussian).
 *
 * @param outcome  shape [rows]; not read outside the domain
 */
export function linearModel(data: ModelData, outcome: Float64Array): FittedModel {
  const { design, columns, domain } = data
  const { weight } = design
  const { q, r, kept } = weightedBasis(columns, weight, domain)
  const inside = outcome.map((value, row) => (domain[row] ? value : 0))
  const along = q.map((direction) => weightedDot(direction, inside, weight))
  const residual = inside.slice()
  q.forEach((direction, j) => {
    for (let row = 0; row < residual.length; row++) residual[row]! -= along[j]! * direction[row]!
  })
  const scores = q.map((direction) =>
    direction.map((value, row) => weight[row]! * value * residual[row]!),
  )
  const back = inverseTriangular(r)
  const total = totalWeight(design, domain)
  const mean = inside.reduce((sum, value, row) => sum + weight[row]! * value, 0) / total
  const centred = inside.map((value, row) => (domain[row] ? value - mean : 0))
  return {
    coefficients: timesVector(back, along),
    thresholds: [],
    covariance: sandwich(back, linearisedCovariance(design, scores, identity(q.length))),
    kept,
    degreesOfFreedom: residualDf(data, q.length - 1),
    deviance: weightedDot(residual, residual, weight),
    nullDeviance: weightedDot(centred, centred, weight),
    weight: total,
  }
}
