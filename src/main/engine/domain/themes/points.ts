/** Vectors side by side: row i is `values[i · dimensions … (i + 1) · dimensions]`. */
export type Points = {
  readonly values: Float32Array
  readonly count: number
  readonly dimensions: number
}

export function packPoints(vectors: readonly Float32Array[]): Points {
  const dimensions = vectors[0]?.length ?? 0
  const values = new Float32Array(vectors.length * dimensions)
  vectors.forEach((vector, row) => values.set(vector, row * dimensions))
  return { values, count: vectors.length, dimensions }
}

export function pickPoints({ values, dimensions }: Points, rows: readonly number[]): Points {
  const picked = new Float32Array(rows.length * dimensions)
  rows.forEach((row, i) =>
    picked.set(values.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions),
  )
  return { values: picked, count: rows.length, dimensions }
}

export function pointAt({ values, dimensions }: Points, row: number): Float32Array {
  return values.subarray(row * dimensions, (row + 1) * dimensions)
}

/** Inner product of a row of one with a row of the other; of unit vectors, their cosine. */
export function dotAt(a: Points, row: number, b: Points, other: number): number {
  const { dimensions } = a
  return dot(a.values, row * dimensions, b.values, other * dimensions, dimensions)
}

/** Inner product of `length` numbers from `i` and from `j`: the innermost loop, so no objects. */
export function dot(
  left: Float32Array,
  i: number,
  right: Float32Array,
  j: number,
  length: number,
): number {
  // Four sums at a time: one alone waits for itself at every step.
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let d = 0
  for (; d + 3 < length; d += 4) {
    s0 += left[i + d]! * right[j + d]!
    s1 += left[i + d + 1]! * right[j + d + 1]!
    s2 += left[i + d + 2]! * right[j + d + 2]!
    s3 += left[i + d + 3]! * right[j + d + 3]!
  }
  for (; d < length; d++) s0 += left[i + d]! * right[j + d]!
  return s0 + s1 + s2 + s3
}

/** Scales each row to length 1; rows of length 0 stay. Changes `points`. */
export function normalisePoints(points: Points): Points {
  const { values, count, dimensions } = points
  for (let row = 0; row < count; row++) {
    const length = Math.sqrt(dotAt(points, row, points, row))
    if (length === 0) continue
    const from = row * dimensions
    for (let i = from; i < from + dimensions; i++) values[i]! /= length
  }
  return points
}
