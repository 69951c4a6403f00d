import { describe, expect, it } from 'vitest'
import { alphaIfDropped, correlationsOf, cronbachAlpha, itemRestCorrelations } from './alpha.ts'
import { minresFactor } from './minres.ts'
import { weightedMoments } from './moments.ts'
import { omegaTotal } from './omega.ts'
import { alphaEstimate, omegaEstimate } from './reliability.ts'
import {
  expectClose,
  fixtureDesign,
  readFixtures,
} from '../../../../../../test/helpers/r-fixtures.ts'

type Fixture = Record<'unit' | 'stratum' | 'w' | 'domain', number[]> & {
  name: string
  items: number[][]
  expected: {
    df: number
    correlations: number[][]
    /** α and its standard error. */
    alpha: number[]
    alphaStandardised: number
    dropped: number[]
    itemRest: number[]
    loadings: number[]
    omega: number
    omegaStandardised: number
  }
}

const fixtures = readFixtures<Fixture[]>('r-survey/scales.json')

describe.each(fixtures)('equals R’s psych and survey on $name', (fixture) => {
  const design = fixtureDesign(fixture)
  const domain = Uint8Array.from(fixture.domain)
  const items = fixture.items.map((item) => Float64Array.from(item))
  const moments = weightedMoments(design, items, domain)
  const { covariance } = moments
  const correlations = correlationsOf(covariance)
  const { expected } = fixture

  it('correlations', () => expectClose(correlations.flat(), expected.correlations.flat()))

  it('α with its error, standardised, and without each item', () => {
    const found = alphaEstimate(design, moments, domain, 0.95)
    expectClose([found.estimate, found.standardError], expected.alpha)
    expect(found.degreesOfFreedom).toBe(expected.df)
    expectClose([cronbachAlpha(correlations)], [expected.alphaStandardised])
    expectClose(alphaIfDropped(covariance), expected.dropped)
  })

  it('correlations of each item with the rest', () =>
    expectClose(itemRestCorrelations(covariance), expected.itemRest))

  it('one factor, and ω', () => {
    expectClose(minresFactor(correlations)!.loadings, expected.loadings)
    expectClose([omegaTotal(covariance)], [expected.omega])
    expectClose([omegaTotal(correlations)], [expected.omegaStandardised])
    const found = omegaEstimate(design, moments, domain, 0.95)
    expect(found.estimate).toBe(omegaTotal(covariance))
    expect(found.lower).toBeLessThan(found.estimate)
    expect(found.upper).toBeGreaterThan(found.estimate)
  })
})

describe('a scale that is no scale', () => {
  const independent = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]

  it('has an α of 0', () => expect(cronbachAlpha(independent)).toBe(0))
  it('has no factor of two items', () =>
    expect(
      minresFactor([
        [1, 0.5],
        [0.5, 1],
      ]),
    ).toBeUndefined())
  it('says so of a factor that explains more than all of an item', () => {
    const impossible = [
      [1, 0.9, 0.9],
      [0.9, 1, 0.5],
      [0.9, 0.5, 1],
    ]
    expect(minresFactor(impossible)!.heywood).toBe(true)
  })
})
