import { describe, it } from 'vitest'
import { differenceOfMeans } from './difference.ts'
import { weightedVariance } from './distribution.ts'
import { meanEstimate } from './mean.ts'
import { pairedDifference } from './paired.ts'
import { quantileEstimate } from './quantile.ts'
import { raoScott } from './rao-scott.ts'
import { shareEstimate } from './share.ts'
import { expectClose, fixtureDesign, readFixtures } from '../../../../../test/helpers/r-fixtures.ts'

/** One design, one domain and what R makes of them: see make-fixtures.R. */
type Fixture = Record<
  'unit' | 'stratum' | 'w' | 'y' | 'z' | 'g' | 'k' | 'c' | 'domain',
  number[]
> & {
  name: string
  level: number
  expected: {
    df: number
    /** Mean, standard error, interval. */
    mean: number[]
    variance: number
    share: {
      estimate: number[]
      /** Null where R's effective n exceeds n, and at 0 and 1. */
      beta: number[] | null
      xlogit: number[] | null
      capped: number[]
    }
    /** Per probability: quantile, interval, standard error. */
    quantiles: (number | null)[][]
    /** Difference, t, df, p, interval; of two halves of the domain. */
    ttest: number[] | null
    /** Difference and standard error of two domains that overlap. */
    overlap: number[]
    /** Difference, t, df, p, interval, pairs. */
    paired: number[] | null
    /** F, both degrees of freedom, p; null where R gives up. */
    chisqCG: number[] | null
    chisqCS: number[] | null
  }
}

const fixtures = readFixtures<Fixture[]>('r-survey/fixtures.json')

/** The score in thirds, as the R script cuts it (answers on five points: at most 3). */
function thirds({ name, y }: Fixture): Int32Array {
  if (name === 'answers on five points') return Int32Array.from(y, (value) => Math.min(3, value))
  return Int32Array.from(y, (value) => (value <= 50 ? 1 : value <= 60 ? 2 : 3))
}

describe.each(fixtures)('equals R’s survey on $name', (fixture) => {
  const design = fixtureDesign(fixture)
  const values = Float64Array.from(fixture.y)
  const indicator = Uint8Array.from(fixture.z)
  const domain = Uint8Array.from(fixture.domain)
  const where = (column: number[], value: number) =>
    Uint8Array.from(column, (found, row) => (found === value && domain[row] ? 1 : 0))
  const { expected, level } = fixture
  const { xlogit } = expected.share
  const { ttest, paired, chisqCG, chisqCS } = expected

  it('svymean, confint, degf', () => {
    const found = meanEstimate(design, values, domain, level)
    expectClose(
      [found.estimate, found.standardError, found.lower, found.upper, found.degreesOfFreedom],
      [...expected.mean, expected.df],
    )
  })

  it('svyvar', () => {
    expectClose([weightedVariance(design, values, domain)], [expected.variance])
  })

  it('svyciprop, beta', () => {
    const found = shareEstimate(design, indicator, domain, { level })
    expectClose([found.estimate, found.standardError], expected.share.estimate)
    expectClose([found.lower, found.upper], expected.share.capped)
    if (expected.share.beta) expectClose([found.lower, found.upper], expected.share.beta)
  })

  if (xlogit)
    it('svyciprop, xlogit', () => {
      const found = shareEstimate(design, indicator, domain, { level, method: 'xlogit' })
      expectClose([found.lower, found.upper], xlogit)
    })

  it('svyquantile', () => {
    ;[0.25, 0.5, 0.9].forEach((probability, i) => {
      const found = quantileEstimate(design, values, domain, probability, level)
      expectClose(
        [found.estimate, found.lower, found.upper, found.standardError],
        expected.quantiles[i]!,
      )
    })
  })

  if (ttest)
    it('svyttest', () => {
      const found = differenceOfMeans(design, values, where(fixture.g, 0), where(fixture.g, 1))
      expectClose(
        [
          found.estimate,
          found.statistic,
          found.degreesOfFreedom,
          found.p,
          found.lower,
          found.upper,
        ],
        ttest,
      )
    })

  it('svycontrast of domains that overlap', () => {
    const found = differenceOfMeans(design, values, where(fixture.g, 1), where(fixture.k, 1))
    expectClose([found.estimate, found.standardError], expected.overlap)
  })

  if (paired)
    it('svyttest of persona differences', () => {
      const found = pairedDifference(design, values, where(fixture.g, 0), where(fixture.g, 1))
      const { estimate, statistic, degreesOfFreedom, p, lower, upper, pairs } = found
      expectClose([estimate, statistic, degreesOfFreedom, p, lower, upper, pairs], paired)
    })

  if (chisqCG)
    it('svychisq against two classes', () => {
      const found = raoScott(design, Int32Array.from(fixture.c), Int32Array.from(fixture.g), domain)
      expectClose([found.statistic, found.numeratorDf, found.denominatorDf, found.p], chisqCG)
    })

  if (chisqCS)
    it('svychisq against three classes', () => {
      const found = raoScott(design, Int32Array.from(fixture.c), thirds(fixture), domain)
      expectClose([found.statistic, found.numeratorDf, found.denominatorDf, found.p], chisqCS)
    })
})
