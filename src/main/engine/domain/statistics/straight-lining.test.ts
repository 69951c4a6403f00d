import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../random.ts'
import { atLeast, expectedStraight, spreadWithin } from './straight-lining.ts'

const CUTS = [-1.2, -0.4, 0.4, 1.2]

/** People whose items share a factor with a loading. */
function scale(people: number, items: number, loading: number) {
  const answers = Uint8Array.from({ length: people * items }, (_, i) => {
    const own = Math.sqrt(1 - loading ** 2) * normal('own', loading, i)
    const latent = loading * normal('shared', loading, Math.floor(i / items)) + own
    return 1 + CUTS.filter((cut) => latent > cut).length
  })
  return { items, points: 5, answers }
}

function straightShare({ items, answers }: ReturnType<typeof scale>): number {
  const people = answers.length / items
  let straight = 0
  for (let p = 0; p < people; p++)
    if (new Set(answers.subarray(p * items, (p + 1) * items)).size === 1) straight += 1
  return straight / people
}

describe('the share of one point throughout that is to be expected', () => {
  it.each([0, 0.5, 0.8, 0.9])('is that of simulated people, with loadings of %d', (loading) => {
    const answers = scale(20_000, 4, loading)
    const found = straightShare(answers)
    expect(expectedStraight(answers)).toBeGreaterThan(0.8 * found)
    expect(expectedStraight(answers)).toBeLessThan(1.25 * found)
  })

  it('is the product of the marginals where items are independent', () => {
    // Every combination of two points on three items once: no correlation at all.
    const all = Array.from({ length: 8 }, (_, i) => [1 + (i & 1), 1 + ((i >> 1) & 1), 1 + (i >> 2)])
    const answers = Uint8Array.from(all.flat())
    expect(expectedStraight({ items: 3, points: 2, answers })).toBeCloseTo(2 / 8, 4)
  })

  it('is 1 where everybody gives one point', () => {
    const answers = new Uint8Array(40).fill(3)
    expect(expectedStraight({ items: 4, points: 5, answers })).toBeCloseTo(1, 6)
  })

  it('is hardly raised by the straight-liners themselves', () => {
    const clean = scale(400, 5, 0.4)
    const answers = clean.answers.map((point, i) => {
      const person = Math.floor(i / 5)
      return person < 40 ? 1 + Math.floor(5 * uniform('lazy', person)) : point
    })
    expect(straightShare({ ...clean, answers })).toBeGreaterThan(0.1)
    expect(expectedStraight({ ...clean, answers })).toBeLessThan(0.04)
  })
})

it('gives the binomial upper tail', () => {
  // 1 − pbinom(2, 10, 0.1) in R.
  expect(atLeast(3, 10, 0.1)).toBeCloseTo(0.0701908264, 9)
  expect([atLeast(0, 10, 0.1), atLeast(1, 10, 0), atLeast(4, 10, 1)]).toEqual([1, 0, 1])
})

it('measures spread within people: SD, and the longest run in a row', () => {
  const answers = Uint8Array.from([1, 1, 1, 1, 1, 2, 2, 5])
  const { deviation, longestRun } = spreadWithin({ items: 4, points: 5, answers })
  expect(longestRun).toBe((4 + 2) / 2)
  expect(deviation).toBeCloseTo(Math.sqrt(3) / 2, 12)
})
