import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal } from '../random.ts'
import { predictTotal } from './predict-total.ts'

describe('the sum that is to be expected', () => {
  it('is surer the more was seen', () => {
    const few = predictTotal({ n: 5, mean: 100, variance: 2500 }, 200)
    const many = predictTotal({ n: 5000, mean: 100, variance: 2500 }, 200)
    expect(few.likely).toBe(20_000)
    expect(many.likely).toBe(20_000)
    expect(few.high - few.low).toBeGreaterThan(2 * (many.high - many.low))
  })

  it('holds what then comes about nine times in ten', () => {
    let held = 0
    for (let round = 0; round < 400; round++) {
      const draw = (i: number) => 100 + 30 * normal('predict', round, i)
      const seen = Array.from({ length: 40 }, (_, i) => draw(i))
      const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length
      const variance = seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (seen.length - 1)
      const { low, high } = predictTotal({ n: seen.length, mean, variance }, 100)
      let total = 0
      for (let i = 0; i < 100; i++) total += draw(1000 + i)
      if (total >= low && total <= high) held += 1
    }
    expect(held / 400).toBeGreaterThan(0.85)
    expect(held / 400).toBeLessThan(0.97)
  })

  it('lies between its bounds', () => {
    const positive = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(fc.nat(1000), positive, positive, fc.nat(10_000), (n, mean, variance, units) => {
        const { low, likely, high } = predictTotal({ n, mean, variance }, units)
        expect(low).toBeLessThanOrEqual(likely)
        expect(likely).toBeLessThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
