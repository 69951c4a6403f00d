import { inverseRoot } from '../inverse-root.ts'
import { dot } from '../matrix.ts'
import type { WorkingRows } from './working-rows.ts'

/** One persona's rows on an orthonormal basis Q, with their CR2 adjustment A. */
export type UnitPart = {
  /** Shape [rows of the unit][k]. */
  readonly q: readonly (readonly number[])[]
  readonly weight: readonly number[]
  /** AᵀWQ: shape [rows of the unit][k]. */
  readonly adjusted: readonly (readonly number[])[]
  /** QᵀWA·residual: shape [k]. */
  readonly score: readonly number[]
}

/** @param basis  ΣwQᵢQⱼ = 1 for i = j, else 0: shape [k][rows] */
export function unitParts(rows: WorkingRows, basis: readonly Float64Array[]): UnitPart[] {
  const squares = squaredWeights(basis, rows.weight)
  const rowsOf: number[][] = []
  rows.unit.forEach((unit, row) => (rowsOf[unit] ??= []).push(row))
  return rowsOf.map((own) => {
    const q = own.map((row) => basis.map((direction) => direction[row]!))
    const weight = own.map((row) => rows.weight[row]!)
    const variance = own.map((row) => rows.variance[row]!)
    const adjustment = adjustmentOf(q, { weight, variance, squares })
    const adjusted = adjustment[0]!.map((_, column) =>
      basis.map((__, k) =>
        own.reduce((sum, ___, i) => sum + adjustment[i]![column]! * weight[i]! * q[i]![k]!, 0),
      ),
    )
    const score = basis.map((_, k) =>
      own.reduce((sum, row, i) => sum + adjusted[i]![k]! * rows.residual[row]!, 0),
    )
    return { q, weight, adjusted, score }
  })
}

/** Qᵀ·W²·Q: shape [k][k]. */
export function squaredWeights(basis: readonly Float64Array[], weight: Float64Array): number[][] {
  return basis.map((a) =>
    basis.map((b) => {
      let sum = 0
      for (let row = 0; row < weight.length; row++) sum += weight[row]! ** 2 * a[row]! * b[row]!
      return sum
    }),
  )
}

/**
 * A with A·B·Aᵀ = 1, where B is the variance of the persona's residuals after the fit, when rows
 * are independent with variance 1. Of the roots the one `clubSandwich` takes: symmetric as answers
 * are scaled twice by the variance that the model gives them.
 */
function adjustmentOf(
  q: UnitPart['q'],
  {
    weight,
    variance,
    squares,
  }: { weight: readonly number[]; variance: readonly number[]; squares: number[][] },
): number[][] {
  const through = q.map((row) => squares.map((column) => dot(column, row)))
  const b = q.map((row, i) =>
    q.map((other, j) => {
      const leverage = dot(row, other)
      const left = +(i === j) - leverage * (weight[i]! + weight[j]!) + dot(through[i]!, other)
      return variance[i]! * left * variance[j]!
    }),
  )
  // Nothing is left of a persona whom a category of its own fits exactly.
  return inverseRoot(b, Math.max(...variance) ** 2).map((row) =>
    row.map((value, j) => value * variance[j]!),
  )
}
