import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Domain, SurveyDesign } from './design.ts'
import { differenceOfMeans } from './difference.ts'
import { distributionOf } from './distribution.ts'
import { meanEstimate } from './mean.ts'
import { quantileEstimate } from './quantile.ts'
import { raoScott } from './rao-scott.ts'
import { shareEstimate } from './share.ts'

/** A small panel: rows in any order, an answer of 1 to 4 each, and two halves of the rows. */
const panel = fc
  .array(
    fc.record({
      unit: fc.nat({ max: 11 }),
      weight: fc.integer({ min: 1, max: 40 }).map((part) => part / 10),
      answer: fc.integer({ min: 0, max: 3 }),
      half: fc.boolean(),
      inside: fc.boolean(),
    }),
    { minLength: 12, maxLength: 40 },
  )
  .filter((rows) => rows.some(({ half, inside }) => inside && half))
  .filter((rows) => rows.some(({ half, inside }) => inside && !half))
type Row = { unit: number; weight: number; answer: number; half: boolean; inside: boolean }

const designOf = (rows: readonly Row[], scale = 1): SurveyDesign => ({
  unit: Int32Array.from(rows, ({ unit }) => unit),
  stratum: Int32Array.from(rows, ({ unit }) => unit % 3),
  weight: Float64Array.from(rows, ({ weight }) => weight * scale),
})
const where = (rows: readonly Row[], test: (row: Row) => boolean): Domain =>
  Uint8Array.from(rows, (row) => (test(row) ? 1 : 0))

/** Every number there is about a panel, so that two of them can be compared. */
function everything(rows: readonly Row[], scale = 1): number[] {
  const design = designOf(rows, scale)
  const domain = where(rows, ({ inside }) => inside)
  const values = Float64Array.from(rows, ({ answer }) => answer)
  const halves = [true, false].map((side) => where(rows, (row) => row.inside && row.half === side))
  const answers = Int32Array.from(rows, ({ answer }) => answer)
  const sides = Int32Array.from(rows, ({ half }) => Number(half))
  return [
    meanEstimate(design, values, domain),
    shareEstimate(
      design,
      where(rows, ({ answer }) => answer === 1),
      domain,
    ),
    quantileEstimate(design, values, domain, 0.5),
    differenceOfMeans(design, values, halves[0]!, halves[1]!),
    raoScott(design, answers, sides, domain),
  ].flatMap((found) =>
    Object.values(found).flatMap((part) =>
      typeof part === 'object' ? Object.values(part) : [part],
    ),
  )
}

/** Equal up to rounding; a p or an interval that hangs on 0 / 0 is left out. */
function expectSame(found: number[], expected: number[]): void {
  found.forEach((value, i) => {
    if (Number.isFinite(value) && Number.isFinite(expected[i]))
      expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value)))
  })
}

describe('whatever the panel', () => {
  it('the order of the rows changes nothing', () => {
    const shuffled = panel.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([rows, other]) => expectSame(everything(other), everything(rows))),
    )
  })

  it('only ratios of weights matter', () => {
    fc.assert(
      fc.property(panel, fc.constantFrom(0.125, 4, 1024), (rows, scale) =>
        expectSame(everything(rows, scale), everything(rows)),
      ),
    )
  })

  it.each(['beta', 'xlogit'] as const)(
    'a share lies in its %s interval, inside 0 to 1',
    (method) => {
      fc.assert(
        fc.property(panel, fc.constantFrom(0.5, 0.9, 0.95, 0.99), (rows, level) => {
          const found = shareEstimate(
            designOf(rows),
            where(rows, ({ answer }) => answer < 2),
            where(rows, ({ inside }) => inside),
            { level, method },
          )
          if (Number.isNaN(found.lower)) return
          const { lower, estimate, upper } = found
          expect([0, lower, estimate, upper, 1]).toEqual(
            [0, lower, estimate, upper, 1].toSorted((a, b) => a - b),
          )
        }),
      )
    },
  )

  it('a quantile lies in its interval', () => {
    fc.assert(
      fc.property(panel, fc.constantFrom(0.1, 0.25, 0.5, 0.9), (rows, probability) => {
        const domain = where(rows, ({ inside }) => inside)
        // Answers of one row each, where R's own rule can leave the estimate out.
        const values = Float64Array.from(rows, ({ answer }, row) => answer + row / 100)
        const found = quantileEstimate(designOf(rows), values, domain, probability)
        if (Number.isNaN(found.lower)) return
        expect(found.lower).toBeLessThanOrEqual(found.estimate)
        expect(found.upper).toBeGreaterThanOrEqual(found.estimate)
      }),
    )
  })

  it('shares of all options sum to 1 and agree with the distribution', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const design = designOf(rows)
        const domain = where(rows, ({ inside }) => inside)
        const answers = Int32Array.from(rows, ({ answer }) => answer)
        const { shares, counts } = distributionOf(design, answers, 4, domain)
        const estimates = [0, 1, 2, 3].map(
          (option) =>
            shareEstimate(
              design,
              where(rows, ({ answer }) => answer === option),
              domain,
            ).estimate,
        )
        expect(estimates.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
        estimates.forEach((share, option) => expect(shares[option]).toBeCloseTo(share, 12))
        expect(counts.reduce((a, b) => a + b)).toBe(domain.reduce((a, b) => a + b))
      }),
    )
  })

  it('a difference seen from the other side is its negative', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const design = designOf(rows)
        const values = Float64Array.from(rows, ({ answer }) => answer)
        const [a, b] = [true, false].map((side) => where(rows, ({ half }) => half === side))
        const there = differenceOfMeans(design, values, a!, b!)
        const back = differenceOfMeans(design, values, b!, a!)
        expectSame(
          [there.estimate, there.standardError, there.lower, there.p],
          [-back.estimate, back.standardError, -back.upper, back.p],
        )
      }),
    )
  })
})
