import {
  linearisedCovariance,
  residualDf,
  totalWeight,
  type FittedModel,
  type ModelData,
  type UnfittedModel,
} from './fitted-model.ts'
import { expit, separated, SUSPECT_LOG_ODDS, xlogx } from './logistic-model.ts'
import { sandwich, timesVector, type Matrix } from '../matrix.ts'
import { maximise } from './newton.ts'
import { orderedLikelihood, orderedScores, type Ordered } from './ordinal-likelihood.ts'
import { findSeparation } from './separation.ts'
import { inverseTriangular, weightedBasis, type WeightedBasis } from './weighted-basis.ts'

/**
 * Proportional odds (McCullagh 1980): log odds of an answer at or under j are θⱼ − xβ, so that a
 * positive coefficient goes with higher answers (R: `svyolr`, `MASS::polr`). Linearised standard
 * errors around the observed information.
 *
 * @param category  0 … categories − 1, each met in the domain: shape [rows]; not read outside
 */
export function ordinalModel(
  data: ModelData,
  category: Int32Array,
  categories: number,
): FittedModel | UnfittedModel {
  const { design, columns, domain } = data
  const { weight } = design
  const basis = weightedBasis(columns, weight, domain)
  const q = basis.q.slice(1)
  const rows = [...domain.keys()].filter((row) => domain[row] && weight[row]! > 0)
  const total = totalWeight(design, domain)
  const shares = new Array<number>(categories).fill(0)
  for (const row of rows) shares[category[row]!]! += weight[row]! / total
  const ordered: Ordered = { q, rows, category, categories, weight }
  const start = [...new Array<number>(q.length).fill(0), ...logitsOf(shares)]
  const found = maximise((parameters) => orderedLikelihood(ordered, parameters), start)
  if (!found.converged || isSuspect(ordered, found.parameters)) {
    const direction = findSeparation(conditionsOf(ordered))
    if (direction) return separated(movedBack(basis, direction, q.length), basis.kept)
    if (!found.converged) return { separatedBy: [], kept: basis.kept }
  }
  const back = backTransform(basis, categories - 1)
  const scores = orderedScores(ordered, found.parameters)
  const estimates = timesVector(back, found.parameters)
  return {
    coefficients: estimates.slice(0, q.length),
    thresholds: estimates.slice(q.length),
    covariance: sandwich(back, linearisedCovariance(design, scores, found.inverseInformation)),
    kept: basis.kept.slice(1),
    degreesOfFreedom: residualDf(data, q.length),
    deviance: -2 * found.value,
    nullDeviance: -2 * total * shares.reduce((sum, share) => sum + xlogx(share), 0),
    weight: total,
  }
}

/** Log odds of at or under each category but the last. */
function logitsOf(shares: readonly number[]): number[] {
  let below = 0
  return shares.slice(0, -1).map((share) => {
    below += share
    return Math.log(below / (1 - below))
  })
}

/**
 * From the basis to the columns as they were: β = R⁻¹γ of all but the intercept; the intercept's
 * part of Qγ moves every threshold alike.
 */
function backTransform({ r, q }: WeightedBasis, thresholds: number): Matrix {
  const inner = inverseTriangular(r.slice(1).map((row) => row.slice(1)))
  const slopes = inner.length
  // x = … + q₀·r₀: q₀ is one constant.
  const constant = q[0]!.find((value) => value !== 0) ?? 0
  const shift = Array.from({ length: slopes }, (_, j) =>
    inner.reduce((sum, row, i) => sum + constant * r[0]![i + 1]! * row[j]!, 0),
  )
  const top = inner.map((row) => [...row, ...new Array<number>(thresholds).fill(0)])
  const bottom = Array.from({ length: thresholds }, (_, t) => [
    ...shift,
    ...Array.from({ length: thresholds }, (__, j) => +(j === t)),
  ])
  return [...top, ...bottom]
}

/** What must not fall (θ above − xβ) and not rise (θ below − xβ) for each answer to stay likely. */
function conditionsOf({ q, rows, category, categories }: Ordered): number[][] {
  const thresholds = categories - 1
  return rows.flatMap((row) => {
    const at = category[row]!
    const condition = (threshold: number, sign: number) => [
      ...q.map((x) => -sign * x[row]!),
      ...Array.from({ length: thresholds }, (_, t) => (t === threshold ? sign : 0)),
    ]
    return [
      ...(at < thresholds ? [condition(at, 1)] : []),
      ...(at > 0 ? [condition(at - 1, -1)] : []),
    ]
  })
}

function movedBack(basis: WeightedBasis, direction: readonly number[], slopes: number): number[] {
  const inner = inverseTriangular(basis.r.slice(1).map((row) => row.slice(1)))
  // The intercept's place, so that positions are those of `kept`.
  return [0, ...timesVector(inner, direction.slice(0, slopes))]
}

function isSuspect({ q, rows }: Ordered, parameters: readonly number[]): boolean {
  const ends = parameters.slice(q.length)
  return rows.some((row) => {
    const eta = q.reduce((sum, x, j) => sum + x[row]! * parameters[j]!, 0)
    return ends.some((end) => expit(-Math.abs(end - eta)) < expit(-SUSPECT_LOG_ODDS))
  })
}
