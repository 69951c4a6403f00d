import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal, pick, shuffle, uniform } from './random.ts'

describe('uniform', () => {
  it('gives the same draw for the same parts, on every machine', () => {
    expect(uniform('study', 1, 'q1', null)).toBe(uniform('study', 1, 'q1', null))
    expect(uniform('a')).toMatchInlineSnapshot(`0.49328814272405447`)
  })

  it('tells a number from its text and one split of the parts from another', () => {
    expect(new Set([uniform(1, 2), uniform('1', 2), uniform('12'), uniform(12)]).size).toBe(4)
  })

  it('is uniform and uncorrelated between neighbouring counters', () => {
    const n = 20_000
    const draws = Array.from({ length: n }, (_, i) => uniform('k', i))
    const deciles = new Array<number>(10).fill(0)
    for (const draw of draws) deciles[Math.floor(draw * 10)]! += 1
    // χ² with 9 degrees of freedom: 27.9 is its 99.9th percentile.
    const chi = deciles.reduce((sum, count) => sum + (count - n / 10) ** 2 / (n / 10), 0)
    expect(chi).toBeLessThan(27.9)
    const lag = draws.slice(1).reduce((sum, draw, i) => sum + (draw - 0.5) * (draws[i]! - 0.5), 0)
    expect(Math.abs((lag / n) * 12)).toBeLessThan(0.03)
  })
})

it('draws standard normals', () => {
  const draws = Array.from({ length: 20_000 }, (_, i) => normal('n', i))
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(variance - 1)).toBeLessThan(0.04)
})

it('shuffles by a draw for each place', () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  for (const parts of [[], [1], ['study', 2, null, 'options']]) {
    const expected = [...items]
    for (let i = expected.length - 1; i > 0; i--) {
      const j = Math.floor(uniform(...parts, i) * (i + 1))
      ;[expected[i], expected[j]] = [expected[j]!, expected[i]!]
    }
    expect(shuffle(items, ...parts)).toEqual(expected)
  }
})

it('shuffles into a permutation', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      expect(shuffle(items, seed).toSorted()).toEqual([...items].toSorted())
    }),
  )
})

it('refuses to pick from nothing', () => {
  expect(() => pick([], 'x')).toThrow(RangeError)
})
