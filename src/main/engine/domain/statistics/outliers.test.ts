import { describe, expect, it } from 'vitest'
import { normal } from '../random.ts'
import { findOutliers, medcouple } from './outliers.ts'

const sample = (seed: number, n: number, shape = (z: number) => z) =>
  Array.from({ length: n }, (_, i) => shape(normal('outliers', seed, i)))
const rate = (n: number, shape?: (z: number) => number) =>
  Array.from({ length: 200 }, (_, seed) => findOutliers(sample(seed, n, shape), 0.05)).filter(
    ({ indices }) => indices.length > 0,
  ).length / 200

describe('outliers', () => {
  it('are found where one answer is a slip of the keyboard', () => {
    const values = [...sample(1, 100, (z) => 30 + 5 * z), 3000]
    expect(findOutliers(values, 0.05).indices).toEqual([100])
  })

  it('are found where most answers are the same', () => {
    const values = [...Array.from({ length: 90 }, (_, i) => 10 + Number(i % 9 === 0)), 900]
    expect(findOutliers(values, 0.05).indices).toEqual([90])
  })

  it('are in at most one clean sample of twenty, give or take chance, whatever its size', () => {
    for (const n of [30, 200, 1_000]) expect(rate(n)).toBeLessThan(0.12)
  })

  it('are not what a skewed answer looks like', () => {
    const skewed = (z: number) => Math.exp(0.5 * z)
    const found = sample(3, 300, skewed)
    expect(findOutliers(found, 0.05).medcouple).toBeGreaterThan(0.1)
    expect(rate(200, skewed)).toBeLessThan(0.15)
  })

  it('are none in a handful of answers, or where all are one', () => {
    expect(findOutliers([1, 2, 3, 900], 0.05).indices).toEqual([])
    expect(findOutliers(new Array(50).fill(4), 0.05).indices).toEqual([])
  })
})

describe('the medcouple', () => {
  const of = (values: number[]) => {
    const sorted = Float64Array.from(values).sort()
    const middle = sorted.length / 2
    const centre = (sorted[Math.ceil(middle - 1)]! + sorted[Math.floor(middle)]!) / 2
    return medcouple(sorted, centre)
  }
  it('is 0 for a symmetric sample and changes sign with it', () => {
    expect(of([1, 2, 3, 4, 5])).toBe(0)
    expect(of([-20, -5, -3, -2, -1])).toBeCloseTo(-of([1, 2, 3, 5, 20]), 12)
  })
})
