import { describe, expect, it } from 'vitest'
import type { SurveyDesign } from './design.ts'
import { differenceOfMeans } from './difference.ts'
import { distributionOf, weightedVariance } from './distribution.ts'
import { holm } from './holm.ts'
import { meanEstimate } from './mean.ts'
import { pairedDifference } from './paired.ts'
import { quantileEstimate } from './quantile.ts'
import { raoScott } from './rao-scott.ts'
import { shareEstimate } from './share.ts'

const design: SurveyDesign = {
  unit: Int32Array.of(0, 1, 2, 3, 4, 5),
  stratum: Int32Array.of(0, 0, 0, 1, 1, 1),
  weight: Float64Array.of(1, 1, 2, 1, 1, 2),
}
const values = Float64Array.of(3, 5, 7, 2, 4, 6)
const nobody = new Uint8Array(6)
const everyone = new Uint8Array(6).fill(1)
const { NaN: none } = Number

describe('an empty domain', () => {
  it('has n = 0 and no other number', () => {
    const empty = {
      estimate: none,
      standardError: none,
      lower: none,
      upper: none,
      level: 0.95,
      n: 0,
      personas: 0,
      effectiveN: 0,
      degreesOfFreedom: 0,
    }
    expect(meanEstimate(design, values, nobody)).toEqual(empty)
    expect(shareEstimate(design, everyone, nobody)).toEqual(empty)
    expect(shareEstimate(design, everyone, nobody, { method: 'xlogit' })).toEqual(empty)
    expect(quantileEstimate(design, values, nobody, 0.5)).toEqual(empty)
  })

  it.each([
    { a: nobody, b: everyone },
    { a: everyone, b: nobody },
    { a: nobody, b: nobody },
  ])('cannot be compared', ({ a, b }) => {
    const { estimate, standardError, lower, upper, p } = differenceOfMeans(design, values, a, b)
    expect([estimate, standardError, lower, upper, p]).toEqual([none, none, none, none, none])
  })

  it('has no association, spread or shares', () => {
    const { statistic, p } = raoScott(design, Int32Array.from(values), design.stratum, nobody)
    const { counts, shares } = distributionOf(design, design.stratum, 2, nobody)
    expect([statistic, p, weightedVariance(design, values, nobody), ...counts, ...shares]).toEqual([
      none,
      none,
      none,
      0,
      0,
      none,
      none,
    ])
  })
})

describe('too little to go by', () => {
  it('estimates one persona without an interval', () => {
    const { estimate, lower, upper, n } = meanEstimate(
      design,
      values,
      Uint8Array.of(0, 0, 1, 0, 0, 0),
    )
    expect([estimate, lower, upper, n]).toEqual([7, none, none, 1])
  })

  it('finds no association in a single category', () => {
    expect(raoScott(design, new Int32Array(6), design.stratum, everyone).p).toBeNaN()
  })

  it('does not test conditions in which every persona answers alike, whatever the rounding', () => {
    // Seven personas under both conditions; the second condition is listed backwards.
    const weights = [0.73, 1.31, 0.96, 1.17, 0.61, 1.9, 0.32]
    const answers = [7.1, 5.3, 5.3, 2.9, 6.7, 0.3, 4.1]
    const unit = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1, 0)
    const within: SurveyDesign = {
      unit,
      stratum: unit.map((index) => index % 2),
      weight: Float64Array.from(unit, (index) => weights[index]!),
    }
    const condition = Uint8Array.from(unit, (_, row) => (row < 7 ? 0 : 1))
    const found = differenceOfMeans(
      within,
      Float64Array.from(unit, (index) => answers[index]!),
      condition.map((one) => 1 - one),
      condition,
    )
    const { estimate, standardError, p } = found
    expect({ estimate, standardError, p }).toEqual({ estimate: 0, standardError: 0, p: none })
  })

  it('finds no spread where everyone answers alike', () => {
    const { estimate, standardError } = meanEstimate(
      design,
      new Float64Array(6).fill(0.1),
      everyone,
    )
    expect({ estimate, standardError }).toEqual({ estimate: 0.1, standardError: 0 })
  })

  it('refuses a category outside the distribution', () => {
    expect(() => distributionOf(design, Int32Array.from(values), 3, everyone)).toThrow(
      /Row 0 has category 3, outside 0 to 2/,
    )
  })
})

it('caps the effective n of a share at n where strata explain it all', () => {
  // Everyone in the first cohort says yes, nobody in the second: R finds no variance, and no interval.
  const { standardError, lower, upper } = shareEstimate(
    { ...design, weight: new Float64Array(6).fill(1) },
    Uint8Array.of(1, 1, 1, 0, 0, 0),
    everyone,
  )
  expect(standardError).toBeLessThan(1e-12)
  // R: qbeta(.025, 3, 4) and qbeta(.975, 4, 3)
  expect([lower, upper]).toEqual([
    expect.closeTo(0.11811724875702526, 9),
    expect.closeTo(0.8818827512429747, 9),
  ])
})

it('counts an index met in two strata as two units, and one persona', () => {
  const nested = { ...design, unit: Int32Array.of(0, 1, 2, 0, 1, 2) }
  expect(meanEstimate(nested, values, everyone)).toEqual({
    ...meanEstimate(design, values, everyone),
    personas: 3,
  })
})

describe('personas behind an estimate', () => {
  it('are counted once, however often they were asked, and not without a weight', () => {
    const asked = {
      unit: Int32Array.of(0, 0, 0, 1, 1, 2),
      stratum: new Int32Array(6),
      weight: Float64Array.of(1, 1, 1, 2, 2, 0),
    }
    for (const { n, personas } of [
      meanEstimate(asked, values, everyone),
      shareEstimate(asked, everyone, everyone),
      quantileEstimate(asked, values, everyone, 0.5),
    ])
      expect([n, personas]).toEqual([6, 2])
  })

  it('and not their interviews decide how sure an answer of all of them is', () => {
    const people = (times: number) => ({
      unit: Int32Array.from({ length: 10 * times }, (_, row) => Math.floor(row / times)),
      stratum: new Int32Array(10 * times),
      weight: new Float64Array(10 * times).fill(1),
    })
    const upper = (times: number) =>
      shareEstimate(people(times), new Uint8Array(10 * times), new Uint8Array(10 * times).fill(1))
        .upper
    // R: qbeta(.975, 1, 10)
    expect(upper(1)).toBeCloseTo(1 - 0.025 ** (1 / 10), 9)
    expect(upper(6)).toBeCloseTo(upper(1), 9)
  })
})

it('leaves rows without weight out of degrees of freedom and quantiles, as R does', () => {
  const weightless = { ...design, weight: Float64Array.of(1, 1, 2, 1, 1, 0) }
  expect(meanEstimate(weightless, values, everyone).degreesOfFreedom).toBe(3)
  expect(quantileEstimate(weightless, values, everyone, 1).estimate).toBe(7)
})

it('compares only personas with an answer on both sides', () => {
  const panel: SurveyDesign = {
    unit: Int32Array.of(0, 0, 1, 1, 2, 3, 3),
    stratum: new Int32Array(7),
    weight: new Float64Array(7).fill(1),
  }
  const answers = Float64Array.of(1, 3, 2, 3, 9, 4, 7)
  const before = Uint8Array.of(1, 0, 1, 0, 1, 1, 0)
  const after = Uint8Array.of(0, 1, 0, 1, 0, 0, 1)
  const { estimate, pairs } = pairedDifference(panel, answers, before, after)
  expect({ estimate, pairs }).toEqual({ estimate: 2, pairs: 3 })
})

describe('Holm', () => {
  it.each([
    // R: p.adjust(p, 'holm')
    { p: [0.01, 0.04, 0.03, 0.005], adjusted: [0.03, 0.06, 0.06, 0.02] },
    { p: [0.6, 0.5], adjusted: [1, 1] },
    { p: [0.02, none, 0.03], adjusted: [0.04, none, 0.04] },
    { p: [], adjusted: [] },
  ])('adjusts $p', ({ p, adjusted }) => {
    holm(p).forEach((value, i) =>
      Number.isNaN(adjusted[i]!)
        ? expect(value).toBeNaN()
        : expect(value).toBeCloseTo(adjusted[i]!, 12),
    )
    expect(holm(p).length).toBe(adjusted.length)
  })
})
