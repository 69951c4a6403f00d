import { expit } from './logistic-model.ts'
import type { Likelihood } from './newton.ts'

/** Ordered answers and what is to explain them. */
export type Ordered = {
  /** Shape [k][rows], without an intercept. */
  readonly q: readonly Float64Array[]
  /** Rows that count. */
  readonly rows: readonly number[]
  readonly category: Int32Array
  readonly categories: number
  readonly weight: Float64Array
}

/** Where an answer's probability F(upper) − F(lower) moves, and how. */
type Cell = {
  readonly probability: number
  /** Density at the upper and the lower end; 0 at an open end. */
  readonly upper: number
  readonly lower: number
  /** Slopes of both densities. */
  readonly upperSlope: number
  readonly lowerSlope: number
}

/**
 * Weighted log likelihood of slopes and thresholds (in this order) with its derivatives; −Infinity
 * where thresholds are out of order.
 */
export function orderedLikelihood(ordered: Ordered, parameters: readonly number[]): Likelihood {
  const { q, rows, category, weight } = ordered
  const size = parameters.length
  const gradient = new Array<number>(size).fill(0)
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const [up, low] = [new Float64Array(size), new Float64Array(size)]
  let value = 0
  for (const row of rows) {
    const cell = cellAt(ordered, parameters, row)
    if (!(cell.probability > 0)) return { value: -Infinity, gradient, information }
    const w = weight[row]!
    value += w * Math.log(cell.probability)
    directions(q, row, category[row]!, { up, low })
    const [a, b] = [cell.upper / cell.probability, cell.lower / cell.probability]
    const [c, d] = [cell.upperSlope / cell.probability, cell.lowerSlope / cell.probability]
    for (let i = 0; i < size; i++) {
      const score = a * up[i]! - b * low[i]!
      gradient[i]! += w * score
      for (let j = 0; j <= i; j++) {
        const other = a * up[j]! - b * low[j]!
        const bend = c * up[i]! * up[j]! - d * low[i]! * low[j]!
        information[i]![j]! += w * (score * other - bend)
      }
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) information[i]![j] = information[j]![i]!
  return { value, gradient, information }
}

/** Weighted scores of every parameter, 0 where a row does not count: shape [parameters][rows]. */
export function orderedScores(ordered: Ordered, parameters: readonly number[]): Float64Array[] {
  const { q, rows, category, weight } = ordered
  const scores = parameters.map(() => new Float64Array(weight.length))
  const [up, low] = [new Float64Array(parameters.length), new Float64Array(parameters.length)]
  for (const row of rows) {
    const { upper, lower, probability } = cellAt(ordered, parameters, row)
    directions(q, row, category[row]!, { up, low })
    scores.forEach((score, i) => {
      score[row] = (weight[row]! * (upper * up[i]! - lower * low[i]!)) / probability
    })
  }
  return scores
}

/** Derivatives of both ends of a row's cell by every parameter. */
function directions(
  q: readonly Float64Array[],
  row: number,
  category: number,
  { up, low }: { up: Float64Array; low: Float64Array },
): void {
  up.fill(0)
  low.fill(0)
  q.forEach((x, j) => {
    up[j] = -x[row]!
    low[j] = -x[row]!
  })
  const last = up.length - q.length
  if (category < last) up[q.length + category] = 1
  if (category > 0) low[q.length + category - 1] = 1
}

function cellAt({ q, category, categories }: Ordered, parameters: readonly number[], row: number) {
  let eta = 0
  for (let j = 0; j < q.length; j++) eta += q[j]![row]! * parameters[j]!
  const at = category[row]!
  return cellBetween(
    at === categories - 1 ? Infinity : parameters[q.length + at]! - eta,
    at === 0 ? -Infinity : parameters[q.length + at - 1]! - eta,
  )
}

function cellBetween(upper: number, lower: number): Cell {
  const [aboveUpper, aboveLower] = [expit(-upper), expit(-lower)]
  const [underUpper, underLower] = [expit(upper), expit(lower)]
  return {
    // In the tail that is small: 1 − 1 would be 0.
    probability: lower > 0 ? aboveLower - aboveUpper : underUpper - underLower,
    upper: underUpper * aboveUpper,
    lower: underLower * aboveLower,
    upperSlope: underUpper * aboveUpper * (aboveUpper - underUpper),
    lowerSlope: underLower * aboveLower * (aboveLower - underLower),
  }
}
