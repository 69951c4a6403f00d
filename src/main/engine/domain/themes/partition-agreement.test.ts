import { describe, expect, it } from 'vitest'
import { adjustedRand, normalisedMutualInformation } from './partition-agreement.ts'

describe('agreement of partitions', () => {
  it('is 1 for the same parts under other names', () => {
    expect(adjustedRand([0, 0, 1, 1, 2], [5, 5, 3, 3, 4])).toBe(1)
    expect(normalisedMutualInformation([0, 0, 1, 1, 2], [5, 5, 3, 3, 4])).toBeCloseTo(1, 12)
  })

  // Pairs together in both 1, in the first 2, in the second 3, of 10: (1 − .6) / (2.5 − .6).
  it('is what the pairs counted by hand give', () => {
    expect(adjustedRand([0, 0, 1, 1, 2], [0, 0, 0, 1, 2])).toBeCloseTo(0.4 / 1.9, 12)
  })

  it('is below 0 for less than chance and 1 for nothing to tell apart', () => {
    expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12)
    expect(adjustedRand([0, 0, 0], [1, 1, 1])).toBe(1)
    expect(normalisedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(0, 12)
  })
})
