import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SurveyDesign } from './design.ts'
import { differenceOfMeans } from './difference.ts'
import { meanEstimate } from './mean.ts'
import { quantileEstimate } from './quantile.ts'
import { shareEstimate } from './share.ts'

type Fixture = {
  name: string
  unit: number[]
  stratum: number[]
  w: number[]
  y: number[]
  z: number[]
  g: number[]
  domain: number[]
  expected: {
    df: number
    mean: number[]
    beta: number[] | null
    xlogit: number[] | null
    quantiles: number[][]
    ttest: number[] | null
  }
}

const file = new URL('../../../../../test/fixtures/r-survey/fixtures.json', import.meta.url)
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as Fixture[]
const TOLERANCE = 1e-6
const MORE_EFFECTIVE_THAN_ROWS = 'a cell with no one in one stratum'

function expectClose(found: readonly number[], expected: readonly number[]): void {
  found.forEach((value, i) =>
    expect(Math.abs(value - expected[i]!), `value ${i}: ${value} for ${expected[i]}`).toBeLessThan(
      TOLERANCE * Math.max(1, Math.abs(expected[i]!)),
    ),
  )
}

describe.each(fixtures)('equals R’s survey on $name', (fixture) => {
  const design: SurveyDesign = {
    unit: Int32Array.from(fixture.unit),
    stratum: Int32Array.from(fixture.stratum),
    weight: Float64Array.from(fixture.w),
  }
  const values = Float64Array.from(fixture.y)
  const domain = Uint8Array.from(fixture.domain)
  const { expected } = fixture

  it('svymean', () => {
    const { estimate, standardError, lower, upper, degreesOfFreedom } = meanEstimate(
      design,
      values,
      domain,
    )
    expectClose([estimate, standardError, lower, upper], expected.mean)
    expect(degreesOfFreedom).toBe(expected.df)
  })

  it.each(['beta', 'xlogit'] as const)('svyciprop, %s', (method) => {
    const share = shareEstimate(design, Uint8Array.from(fixture.z), domain, { method })
    const reference = expected[method]
    if (reference === null) throw new Error('The fixture has no share')
    expectClose([share.estimate, share.standardError], reference.slice(0, 2))
    if (method === 'beta' && fixture.name === MORE_EFFECTIVE_THAN_ROWS) {
      // R lets stratification raise the effective n above n; capped at n, ours is the wider.
      expect(share.lower).toBeLessThan(reference[2]!)
      expect(share.upper).toBeGreaterThan(reference[3]!)
      return
    }
    expectClose([share.lower, share.upper], reference.slice(2))
  })

  it('svyquantile', () => {
    ;[0.25, 0.5, 0.9].forEach((probability, i) => {
      const found = quantileEstimate(design, values, domain, probability)
      expectClose(
        [found.estimate, found.lower, found.upper, found.standardError],
        expected.quantiles[i]!,
      )
    })
  })

  it.skipIf(expected.ttest === null)('svyttest', () => {
    const group = (value: number) =>
      Uint8Array.from(fixture.g, (g, row) => (g === value && domain[row] ? 1 : 0))
    const found = differenceOfMeans(design, values, group(0), group(1))
    expectClose(
      [found.estimate, found.statistic, found.degreesOfFreedom, found.p, found.lower, found.upper],
      expected.ttest!,
    )
  })
})
