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
  const [left, right] = [a.values, b.values]
  let i = row * dimensions
  let j = other * dimensions
  const end = i + dimensions
  // Four sums at a time: one alone waits for itself at every step.
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  for (; i + 3 < end; i += 4, j += 4) {
    s0 += left[i]! * right[j]!
    s1 += left[i + 1]! * right[j + 1]!
    s2 += left[i + 2]! * right[j + 2]!
    s3 += left[i + 3]! * right[j + 3]!
  }
  for (; i < end; i++, j++) s0 += left[i]! * right[j]!
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
