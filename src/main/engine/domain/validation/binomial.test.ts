import { describe, expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { binomial } from './binomial.ts'

/** Exact probabilities of 0…n successes. */
function probabilities(n: number, p: number): number[] {
  const found = [(1 - p) ** n]
  for (let k = 1; k <= n; k++) found.push((found[k - 1]! * (n - k + 1) * p) / (k * (1 - p)))
  return found
}

const DRAWS = 100_000

describe('a binomial draw', () => {
  it.each([
    [7, 0.2],
    [40, 0.5],
    [60, 0.9],
    [900, 0.31],
    [300, 0.04],
  ])('of n = %d, p = %d is distributed as it should', (n, p) => {
    const uniform = createStream('binomial', n, p)
    const counts = new Float64Array(n + 1)
    for (let i = 0; i < DRAWS; i++) counts[binomial(uniform, n, p)]! += 1
    // Pearson's χ² over cells of at least 20 expected draws; the seed is fixed.
    const cells = probabilities(n, p)
      .map((probability, k) => ({ expected: DRAWS * probability, found: counts[k]! }))
      .filter(({ expected }) => expected >= 20)
    const chi = cells.reduce(
      (sum, cell) => sum + (cell.found - cell.expected) ** 2 / cell.expected,
      0,
    )
    const df = cells.length - 1
    expect((chi - df) / Math.sqrt(2 * df)).toBeLessThan(4)
  })

  it('is certain where there is no chance', () => {
    const uniform = createStream('binomial')
    expect([binomial(uniform, 9, 0), binomial(uniform, 9, 1), binomial(uniform, 0, 0.5)]).toEqual([
      0, 9, 0,
    ])
  })
})
