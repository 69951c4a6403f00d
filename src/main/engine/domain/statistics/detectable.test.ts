import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  detectableMeans,
  detectablePaired,
  detectablePairedShares,
  detectableShares,
  powerOfMeans,
  powerOfPairedShares,
  powerOfShares,
} from './detectable.ts'

type Row = Record<'n' | 'sd' | 'alpha' | 'power' | 'delta' | 'p1' | 'p2', number> & {
  readonly kind: 'two.sample' | 'paired' | 't.power' | 'prop.power'
}
const rows: Row[] = JSON.parse(readFileSync('test/fixtures/r-power/fixtures.json', 'utf8'))
const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind)

describe('against R', () => {
  it.each(of('two.sample'))('power.t.test n=$n α=$alpha power=$power', (row) => {
    const found = detectableMeans([row.n, row.n], row)! * row.sd
    expect(Math.abs(found / row.delta - 1)).toBeLessThan(1e-6)
  })
  it.each(of('paired'))('power.t.test paired n=$n α=$alpha power=$power', (row) => {
    const found = detectablePaired(row.n, row)! * row.sd
    expect(Math.abs(found / row.delta - 1)).toBeLessThan(1e-6)
  })
  it.each(of('t.power'))('power of d=$delta with n=$n', (row) => {
    expect(powerOfMeans([row.n, row.n], row.delta, row.alpha)).toBeCloseTo(row.power, 8)
  })
  it.each(of('prop.power'))('power.prop.test n=$n p1=$p1 α=$alpha', (row) => {
    expect(powerOfShares([row.n, row.n], [row.p1, row.p2], row.alpha)).toBeCloseTo(row.power, 8)
  })
})

describe('a known sample size', () => {
  it('sees d = 0.5 with 64 a group (Cohen 1988, table 2.4.1)', () => {
    expect(detectableMeans([64, 64], { alpha: 0.05, power: 0.8 })).toBeCloseTo(0.5, 2)
  })
  it('needs about as many pairs as McNemar with Connor (1987) says', () => {
    // ψ = .4, difference .2: (1.96 √.4 + .8416 √(.4 − .04))² / .04 = 76.
    const icc = 1 - (0.4 - 0.04) / (2 * 0.24)
    const power = powerOfPairedShares(76, [0.4, 0.6], { alpha: 0.05, icc, replicates: 1 })
    expect(power).toBeCloseTo(0.8, 2)
  })
})

describe('the smallest difference', () => {
  const wanted = fc.record({
    alpha: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
    power: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
  })
  const n = fc.double({ min: 4, max: 1e5, noNaN: true })

  it('shrinks with more people, and power at it is the power wanted', () => {
    fc.assert(
      fc.property(n, n, wanted, (a, b, options) => {
        const found = detectableMeans([a, b], options)!
        expect(powerOfMeans([a, b], found, options.alpha)).toBeCloseTo(options.power, 6)
        expect(detectableMeans([a * 2, b * 2], options)!).toBeLessThan(found)
      }),
      { numRuns: 40 },
    )
  })
  it('of shares stays within 0–1 or is not given', () => {
    fc.assert(
      fc.property(n, n, wanted, (a, b, options) => {
        const found = detectableShares([a, b], options)
        expect(found === null || (found > 0 && found <= 1)).toBe(true)
      }),
    )
  })
  it('within persons is smaller the more alike their answers are', () => {
    const wanted = { alpha: 0.05, power: 0.8 }
    const at = (icc: number) => detectablePairedShares(100, wanted, { icc, replicates: 1 })!
    expect(at(0.8)).toBeLessThan(at(0.2))
  })
  it.each([
    [0, 10],
    [1, 1],
  ])('is not given for groups of %s and %s', (a, b) => {
    expect(detectableMeans([a, b], { alpha: 0.05, power: 0.8 })).toBeNull()
  })
})
