/** Small dense matrices as rows of numbers. */
export type Matrix = readonly (readonly number[])[]

/** A·x: shape [rows of A]. */
export function timesVector(a: Matrix, x: readonly number[]): number[] {
  return a.map((row) => dot(row, x))
}

/** A·V·Aᵀ: how a variance matrix moves through a linear map. */
export function sandwich(a: Matrix, v: Matrix): number[][] {
  const av = a.map((row) => v[0]!.map((_, j) => row.reduce((sum, x, i) => sum + x * v[i]![j]!, 0)))
  return av.map((row) => a.map((other) => dot(row, other)))
}

export function identity(k: number): number[][] {
  return Array.from({ length: k }, (_, i) => Array.from({ length: k }, (__, j) => +(i === j)))
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
