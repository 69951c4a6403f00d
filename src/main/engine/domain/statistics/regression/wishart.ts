import { inverseRoot } from '../inverse-root.ts'
import { dot, sandwich, type Matrix } from '../matrix.ts'
import type { UnitPart } from './unit-parts.ts'

/**
 * Degrees of freedom of the Wishart matrix with the mean and the total variance that CR2's
 * variance of some contrasts has under the working model (Pustejovsky & Tipton 2018, HTZ); of one
 * contrast Satterthwaite's 2E²/Var. Work grows with the personas, not with their pairs: what two
 * of them have in common is of low rank.
 *
 * @param contrasts  of the basis, shape [c][k]
 * @param squares    Qᵀ·W²·Q, shape [k][k]
 */
export function wishartDf(parts: readonly UnitPart[], contrasts: Matrix, squares: Matrix): number {
  const projected = parts.map((part) => project(part, contrasts, squares))
  const mean = meanOf(projected)
  const c = contrasts.length
  if (c === 1) return (2 * mean[0]![0]! ** 2) / totalVariance(projected)
  const root = standardise(mean)
  const standard = projected.map(({ own, left, right }) => ({
    own: sandwich(root, own),
    left: multiply(root, left),
    right: multiply(root, right),
  }))
  return (c * (c + 1)) / totalVariance(standard)
}

/** What a persona has with itself (`own`) and with all (`left`·`right`ᵀ), of each contrast. */
type Projected = {
  /** Shape [c][c]. */
  readonly own: Matrix
  /** Shape [c][2k]. */
  readonly left: Matrix
  readonly right: Matrix
}

function project(part: UnitPart, contrasts: Matrix, squares: Matrix): Projected {
  const g = contrasts.map((contrast) => part.adjusted.map((row) => dot(row, contrast)))
  const left = g.map((rows) => leftOf(part, rows, squares.length))
  return {
    own: g.map((a) => g.map((b) => dot(a, b))),
    left,
    right: left.map((row) => rightOf(row, squares)),
  }
}

/** Qᵀg, then QᵀWg, of one contrast: shape [2k]. */
function leftOf({ q, weight }: UnitPart, g: readonly number[], k: number): number[] {
  const sum = new Array<number>(2 * k).fill(0)
  for (let i = 0; i < g.length; i++) {
    const row = q[i]!
    const value = g[i]!
    const weighted = value * weight[i]!
    for (let at = 0; at < k; at++) {
      sum[at]! += value * row[at]!
      sum[k + at]! += weighted * row[at]!
    }
  }
  return sum
}

/** Of e and t as in `leftOf`: S·e − t, then −e. */
function rightOf(left: readonly number[], squares: Matrix): number[] {
  const k = squares.length
  const right = new Array<number>(2 * k).fill(0)
  for (let at = 0; at < k; at++) {
    let sum = -left[k + at]!
    const row = squares[at]!
    for (let other = 0; other < k; other++) sum += row[other]! * left[other]!
    right[at] = sum
    right[k + at] = -left[at]!
  }
  return right
}

/** Expected variance of the contrasts under the working model: shape [c][c]. */
function meanOf(projected: readonly Projected[]): number[][] {
  const c = projected[0]!.own.length
  const mean = Array.from({ length: c }, () => new Array<number>(c).fill(0))
  for (const { own, left, right } of projected)
    own.forEach((row, s) =>
      row.forEach((value, t) => (mean[s]![t]! += value + dot(left[s]!, right[t]!))),
    )
  return mean
}

/** R with R·mean·Rᵀ = 1; by standard errors first, so that no unit of a predictor matters. */
function standardise(mean: Matrix): number[][] {
  const scale = mean.map((row, i) => 1 / Math.sqrt(row[i]!))
  const root = inverseRoot(mean.map((row, i) => row.map((x, j) => x * scale[i]! * scale[j]!)))
  return root.map((row) => row.map((x, j) => x * scale[j]!))
}

/** Σ of the variances of all elements of the variance matrix, for normal answers. */
function totalVariance(projected: readonly Projected[]): number {
  const c = projected[0]!.own.length
  const width = projected[0]!.left[0]!.length
  const size = c * width
  const lefts = new Float64Array(size * size)
  const rights = new Float64Array(size * size)
  let total = 0
  for (const { own, left, right } of projected) {
    addSquare(lefts, c === 1 ? left[0]! : left.flat())
    addSquare(rights, c === 1 ? right[0]! : right.flat())
    const shared = left.map((a) => right.map((b) => dot(a, b)))
    const all = shared.map((row, s) => row.map((value, t) => value + own[s]![t]!))
    total += squaredTraces(all) - squaredTraces(shared)
  }
  for (let s = 0; s < c; s++)
    for (let t = 0; t < c; t++)
      for (let a = 0; a < width; a++)
        for (let b = 0; b < width; b++) {
          const straight = (s * width + a) * size + t * width + b
          const crossed = (t * width + a) * size + s * width + b
          total += lefts[straight]! * (rights[straight]! + rights[crossed]!)
        }
  return total
}

/** (tr R)² + tr R². */
function squaredTraces(r: Matrix): number {
  let trace = 0
  let ofSquare = 0
  r.forEach((row, s) => {
    trace += row[s]!
    row.forEach((value, t) => (ofSquare += value * r[t]![s]!))
  })
  return trace ** 2 + ofSquare
}

/** Adds vvᵀ. */
function addSquare(sum: Float64Array, v: readonly number[]): void {
  for (let i = 0; i < v.length; i++) {
    const at = i * v.length
    const value = v[i]!
    if (value !== 0) for (let j = 0; j < v.length; j++) sum[at + j]! += value * v[j]!
  }
}

function multiply(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, i) => sum + x * b[i]![j]!, 0)))
}
