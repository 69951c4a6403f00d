import type { Domain } from '../design.ts'

/** Norm left of a column after the columns before it, relative to its own: less is collinear. */
const COLLINEAR = 1e-9

/**
 * Columns of a model as X = Q·R with ΣwQᵢQⱼ = 1 for i = j and 0 otherwise, over the rows of a
 * domain. Models are fitted on Q, which no scale or offset of a predictor makes ill-conditioned.
 */
export type WeightedBasis = {
  /** Shape [kept][rows], 0 outside the domain. */
  readonly q: readonly Float64Array[]
  /** Upper triangular, shape [kept][kept]. */
  readonly r: readonly (readonly number[])[]
  /** Which columns were kept; the others are sums of multiples of those before them. */
  readonly kept: readonly number[]
}

/**
 * Gram–Schmidt, twice (Giraud, Langou & Rozložník 2005), in the order of the columns: of collinear
 * ones the first stay, as in R's `glm`.
 *
 * @param columns  shape [k][rows]; not read outside the domain
 */
export function weightedBasis(
  columns: readonly Float64Array[],
  weight: Float64Array,
  domain: Domain,
): WeightedBasis {
  const q: Float64Array[] = []
  const projections: number[][] = []
  const kept: number[] = []
  columns.forEach((column, index) => {
    const rest = column.map((value, row) => (domain[row] ? value : 0))
    const before = Math.sqrt(weightedDot(rest, rest, weight))
    const along = new Array<number>(q.length).fill(0)
    for (let pass = 0; pass < 2; pass++)
      q.forEach((direction, i) => {
        const part = weightedDot(rest, direction, weight)
        along[i]! += part
        for (let row = 0; row < rest.length; row++) rest[row]! -= part * direction[row]!
      })
    const left = Math.sqrt(weightedDot(rest, rest, weight))
    if (!(left > COLLINEAR * before)) return
    q.push(rest.map((value) => value / left))
    projections.push([...along, left])
    kept.push(index)
  })
  const r = kept.map((_, i) => projections.map((column) => column[i] ?? 0))
  return { q, r, kept }
}

/** Σwab over all rows. */
export function weightedDot(a: Float64Array, b: Float64Array, weight: Float64Array): number {
  let sum = 0
  for (let row = 0; row < a.length; row++) sum += weight[row]! * a[row]! * b[row]!
  return sum
}

/** R⁻¹ of an upper triangular R: shape [k][k]. */
export function inverseTriangular(r: readonly (readonly number[])[]): number[][] {
  const k = r.length
  const inverse = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  for (let column = 0; column < k; column++) {
    inverse[column]![column] = 1 / r[column]![column]!
    for (let i = column - 1; i >= 0; i--) {
      let sum = 0
      for (let j = i + 1; j <= column; j++) sum += r[i]![j]! * inverse[j]![column]!
      inverse[i]![column] = -sum / r[i]![i]!
    }
  }
  return inverse
}
