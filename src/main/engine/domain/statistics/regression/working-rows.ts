import { inverseRoot } from '../inverse-root.ts'
import { dot } from '../matrix.ts'
import { unitsOf } from '../units.ts'
import type { FittedModel, ModelData } from './fitted-model.ts'
import { expit } from './logistic-model.ts'

/**
 * A fitted model as weighted least squares of independent rows with variance 1: linear models as
 * they are, others linearised at their estimates. Rows of no weight are left out.
 */
export type WorkingRows = {
  /** By the coefficients, then the thresholds, in their order: shape [parameters][rows]. */
  readonly columns: readonly Float64Array[]
  readonly residual: Float64Array
  readonly weight: Float64Array
  /** Index of the persona among those with a row, 0, 1, 2…: shape [rows]. */
  readonly unit: Int32Array
  /** What a row was divided by the root of: the variance of its answer under the model. */
  readonly variance: Float64Array
}

type Row = {
  readonly from: number
  readonly derivatives: readonly number[]
  readonly residual: number
  readonly variance: number
}

/** @param outcome  shape [rows of the design]; not read outside the domain */
export function linearRows(
  data: ModelData,
  outcome: Float64Array,
  model: FittedModel,
): WorkingRows {
  return rowsOf(data, (row) => {
    const derivatives = model.kept.map((at) => data.columns[at]![row]!)
    const residual = outcome[row]! - fittedAt(derivatives, model.coefficients)
    return [{ from: row, derivatives, residual, variance: 1 }]
  })
}

/** @param outcome  0 or 1, shape [rows of the design]; not read outside the domain */
export function logisticRows(
  data: ModelData,
  outcome: Float64Array,
  model: FittedModel,
): WorkingRows {
  return rowsOf(data, (row) => {
    const x = model.kept.map((at) => data.columns[at]![row]!)
    const share = expit(fittedAt(x, model.coefficients))
    const variance = share * (1 - share)
    const root = Math.sqrt(variance)
    const derivatives = x.map((value) => value * root)
    return [{ from: row, derivatives, residual: (outcome[row]! - share) / root, variance }]
  })
}

/**
 * A row for each threshold: whether the answer lies at or under it, made independent of the others
 * by the symmetric root, so that a scale read from its other end gives the same errors. From the
 * answers' expected information; R's errors are from the observed one.
 *
 * @param category  0 … thresholds, shape [rows of the design]; not read outside the domain
 */
export function ordinalRows(
  data: ModelData,
  category: Int32Array,
  { coefficients, thresholds, kept }: FittedModel,
): WorkingRows {
  return rowsOf(data, (row) => {
    const x = kept.map((at) => data.columns[at]![row]!)
    const eta = fittedAt(x, coefficients)
    const under = thresholds.map((threshold) => expit(threshold - eta))
    const above = thresholds.map((threshold) => expit(eta - threshold))
    const root = inverseRoot(
      under.map((_, i) => under.map((__, j) => under[Math.min(i, j)]! * above[Math.max(i, j)]!)),
    )
    const residuals = under.map((share, j) => +(category[row]! <= j) - share)
    const slopes = under.map((share, j) => share * above[j]!)
    return root.map((mix) => {
      const moved = mix.map((part, j) => part * slopes[j]!)
      const all = moved.reduce((sum, part) => sum + part, 0)
      const derivatives = [...x.map((value) => -all * value), ...moved]
      return { from: row, derivatives, residual: dot(mix, residuals), variance: 1 }
    })
  })
}

function fittedAt(x: readonly number[], coefficients: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * coefficients[i]!, 0)
}

function rowsOf({ design, domain }: ModelData, toRows: (row: number) => Row[]): WorkingRows {
  const rows = [...domain.keys()]
    .filter((row) => domain[row] && design.weight[row]! > 0)
    .flatMap(toRows)
  const { unitOf } = unitsOf(design)
  const seen = new Map<number, number>()
  const unit = Int32Array.from(rows, ({ from }) => {
    const known = seen.get(unitOf[from]!)
    if (known !== undefined) return known
    seen.set(unitOf[from]!, seen.size)
    return seen.size - 1
  })
  return {
    columns: (rows[0]?.derivatives ?? []).map((_, k) =>
      Float64Array.from(rows, ({ derivatives }) => derivatives[k]!),
    ),
    residual: Float64Array.from(rows, ({ residual }) => residual),
    weight: Float64Array.from(rows, ({ from }) => design.weight[from]!),
    unit,
    variance: Float64Array.from(rows, ({ variance }) => variance),
  }
}
