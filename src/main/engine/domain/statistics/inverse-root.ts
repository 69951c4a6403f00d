import { identity, type Matrix } from './matrix.ts'

const MAX_SWEEPS = 60
/** Eigenvalues under this, relative to the scale, are zeros that rounding has blurred. */
const SINGULAR = 1e-10

/**
 * A^(−1/2) of a symmetric A ≥ 0 by Jacobi's rotations (Golub & Van Loan 2013, 8.5): the symmetric
 * root of the Moore–Penrose inverse where A is singular.
 *
 * @param scale  what is nothing beside it is 0; default: the largest eigenvalue
 */
export function inverseRoot(a: Matrix, scale?: number): number[][] {
  // Most matrices here are of a persona who answered once.
  const { values, vectors } = a.length === 1 ? { values: [a[0]![0]!], vectors: [[1]] } : eigenOf(a)
  const floor = SINGULAR * (scale ?? Math.max(...values, 0))
  const roots = values.map((value) => (value > floor ? 1 / Math.sqrt(value) : 0))
  return a.map((_, i) =>
    a.map((__, j) =>
      roots.reduce((sum, root, k) => sum + vectors[i]![k]! * root * vectors[j]![k]!, 0),
    ),
  )
}

/** Eigenvectors are the columns. */
function eigenOf(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const a = matrix.map((row) => [...row])
  const vectors = identity(a.length)
  for (let sweep = 0; sweep < MAX_SWEEPS && isLeft(a); sweep++)
    for (let p = 0; p < a.length; p++)
      for (let q = p + 1; q < a.length; q++) if (a[p]![q] !== 0) rotate(a, vectors, [p, q])
  return { values: a.map((row, i) => row[i]!), vectors }
}

function isLeft(a: readonly number[][]): boolean {
  let off = 0
  let all = 0
  a.forEach((row, i) =>
    row.forEach((value, j) => {
      all += value * value
      if (i !== j) off += value * value
    }),
  )
  return off > 1e-30 * all
}

/** Makes a[p][q] 0. */
function rotate(a: number[][], vectors: number[][], [p, q]: [number, number]): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  const turn = (row: number[]) => {
    const [x, y] = [row[p]!, row[q]!]
    row[p] = c * x - s * y
    row[q] = s * x + c * y
  }
  a.forEach(turn)
  const [up, uq] = [a[p]!, a[q]!]
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [up[k]!, uq[k]!]
    up[k] = c * x - s * y
    uq[k] = s * x + c * y
  }
  vectors.forEach(turn)
}
