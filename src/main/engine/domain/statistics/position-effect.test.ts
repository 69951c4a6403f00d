import { describe, expect, it } from 'vitest'
import { shuffle, uniform } from '../random.ts'
import { groupEffect, positionEffect } from './position-effect.ts'

const PLACES = 4

/** Choices among four options in drawn orders; `lazy` of them take whatever stands first. */
function choices(seed: number, n: number, lazy = 0): Float64Array[] {
  return Array.from({ length: n }, (_, i) => {
    const order = shuffle([0, 1, 2, 3], 'order', seed, i)
    const liked = [0, 0, 1, 3][Math.floor(4 * uniform('liked', seed, i))]!
    const place = uniform('lazy', seed, i) < lazy ? 0 : order.indexOf(liked)
    return Float64Array.from({ length: PLACES }, (__, p) => Number(p === place))
  })
}

describe('the effect of a place', () => {
  it('is Pearson’s χ² of the places where one thing is chosen', () => {
    const chosen = [8, 3, 5, 4]
    const tasks = chosen.flatMap((times, place) =>
      Array.from({ length: times }, () =>
        Float64Array.from({ length: PLACES }, (_, p) => Number(p === place)),
      ),
    )
    const found = positionEffect(tasks)!
    expect(found.statistic).toBeCloseTo((3 ** 2 + 2 ** 2 + 0 + 1) / 5, 12)
    // pchisq(2.8, 3, lower.tail = FALSE) in R.
    expect(found.p).toBeCloseTo(0.42349992, 7)
    expect([...found.means]).toEqual([0.4, 0.15, 0.25, 0.2])
  })

  it('is seen where a fifth takes what stands first, and not where nobody does', () => {
    expect(positionEffect(choices(1, 300, 0.2))!.p).toBeLessThan(0.001)
    const clean = Array.from({ length: 400 }, (_, seed) => positionEffect(choices(seed, 80))!.p)
    const rejected = clean.filter((p) => p < 0.05).length / clean.length
    expect(rejected).toBeGreaterThan(0.02)
    expect(rejected).toBeLessThan(0.085)
  })

  it('takes several choices and amounts, and is nothing where nothing varies', () => {
    const several = choices(5, 300).map((one, i) =>
      one.map((v, p) => v || Number(p === (i + 1) % 4)),
    )
    expect(positionEffect(several)!.p).toBeGreaterThan(0.001)
    const amounts = choices(6, 200, 0.3).map((one) => one.map((value) => 10 + 60 * value))
    expect(positionEffect(amounts)!.p).toBeLessThan(0.001)
    expect(positionEffect([Float64Array.of(1, 1, 1)])).toBeUndefined()
    expect(positionEffect([])).toBeUndefined()
  })
})

describe('the effect of a drawn group', () => {
  it('is Kruskal & Wallis’ statistic of ranks', () => {
    // kruskal.test(list(c(1, 2, 5), c(3, 4, 8), c(6, 7, 9))) in R.
    const found = groupEffect([1, 2, 5, 3, 4, 8, 6, 7, 9], [0, 0, 0, 1, 1, 1, 2, 2, 2], 3)!
    expect(found.statistic).toBeCloseTo(4.3555556, 6)
    expect(found.df).toBe(2)
  })

  it('is nothing with one group, or one value', () => {
    expect(groupEffect([1, 2, 3], [1, 1, 1], 3)).toBeUndefined()
    expect(groupEffect([2, 2, 2], [0, 1, 2], 3)).toBeUndefined()
  })
})
