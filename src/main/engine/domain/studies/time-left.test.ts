import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uniform } from '../random.ts'
import { timeLeft } from './time-left.ts'

describe('the time left', () => {
  it('is not known before two tasks have finished', () => {
    const unknown = { ratePerSecond: null, remainingMs: null, range: null }
    expect(timeLeft({ counts: [], spanMs: 500 }, 10)).toEqual(unknown)
    expect(timeLeft({ counts: [0, 1], spanMs: 500 }, 10)).toEqual(unknown)
  })

  it('has no range before there is enough to tell how even finishes come', () => {
    expect(timeLeft({ counts: [1, 1, 1], spanMs: 1000 }, 6)).toEqual({
      ratePerSecond: 1,
      remainingMs: 6000,
      range: null,
    })
  })

  it('is surer of even finishes than of bursts', () => {
    const even = timeLeft({ counts: Array<number>(20).fill(5), spanMs: 1000 }, 100)
    const bursts = timeLeft(
      { counts: Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? 20 : 0)), spanMs: 1000 },
      100,
    )
    expect(even.remainingMs).toBe(20_000)
    expect(bursts.remainingMs).toBe(20_000)
    const widthOf = ({ range }: typeof even) => range!.highMs - range!.lowMs
    expect(widthOf(even)).toBeGreaterThan(0)
    expect(widthOf(bursts)).toBeGreaterThan(5 * widthOf(even))
  })

  it('holds about nine times in ten what then happens', () => {
    let held = 0
    const rounds = 400
    for (let round = 0; round < rounds; round++) {
      // Tasks that come independently, two a second, for 30 s; then 60 more.
      let at = 0
      const counts = Array<number>(30).fill(0)
      let n = 0
      const step = () => -Math.log(1 - uniform('time-left', round, n++)) / 2
      for (at = step(); at < 30; at += step()) counts[Math.floor(at)]! += 1
      let took = 0
      for (let i = 0; i < 60; i++) took += step()
      const { range } = timeLeft({ counts, spanMs: 1000 }, 60)
      if (range && took * 1000 >= range.lowMs && took * 1000 <= range.highMs) held += 1
    }
    expect(held / rounds).toBeGreaterThan(0.84)
    expect(held / rounds).toBeLessThan(0.97)
  })

  it('lies between its bounds', () => {
    const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(counts, fc.nat(10_000), (some, waiting) => {
        const { remainingMs, range } = timeLeft({ counts: some, spanMs: 500 }, waiting)
        if (!range) return
        expect(range.lowMs).toBeLessThanOrEqual(remainingMs!)
        expect(range.highMs).toBeGreaterThanOrEqual(remainingMs!)
        expect(Number.isFinite(range.highMs)).toBe(true)
      }),
    )
  })
})
