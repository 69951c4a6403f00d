import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../random.ts'
import { rake } from '../weighting/rake.ts'
import type { SurveyDesign } from './design.ts'
import { differenceOfMeans } from './difference.ts'
import { meanEstimate } from './mean.ts'
import { quantileEstimate } from './quantile.ts'
import { raoScott } from './rao-scott.ts'
import { shareEstimate } from './share.ts'

const DRAWS = 1000
const UNITS = 120
const REPLICATES = 2
/** Share of each cohort among people, and their mean answer; the sample takes a third of each. */
const COHORTS = [
  { share: 0.5, mean: -0.5 },
  { share: 0.3, mean: 0.4 },
  { share: 0.2, mean: 0.65 },
]
/** Below this answer is a yes. */
const CUT = -0.8

/**
 * A panel from cohorts that are not represented in proportion: personas with a level of their own
 * (variance .6) answer twice (variance .4), and raking restores the cohorts. The true mean is 0.
 */
function drawPanel(draw: number) {
  const cohortOf = Int32Array.from({ length: UNITS }, (_, unit) => unit % COHORTS.length)
  const { weights } = rake(new Float64Array(UNITS).fill(1), [
    {
      name: 'cohort',
      categories: ['a', 'b', 'c'],
      categoryOf: cohortOf,
      target: Float64Array.from(COHORTS, ({ share }) => share),
    },
  ])
  const unit = Int32Array.from({ length: UNITS * REPLICATES }, (_, row) =>
    Math.floor(row / REPLICATES),
  )
  const design: SurveyDesign = {
    unit,
    stratum: unit.map((index) => cohortOf[index]!),
    weight: Float64Array.from(unit, (index) => weights[index]!),
  }
  const values = Float64Array.from(unit, (index, row) => {
    const level = COHORTS[cohortOf[index]!]!.mean + Math.sqrt(0.6) * normal(draw, 'level', index)
    return level + Math.sqrt(0.4) * normal(draw, 'answer', row)
  })
  // A segment that has nothing to do with the answers.
  const segment = unit.map((index) => (uniform(draw, 'segment', index) < 0.4 ? 1 : 0))
  return { design, values, segment }
}

/** Share of people at or under an answer: every cohort's answers are normal with variance 1. */
function shareAtOrUnder(value: number): number {
  return COHORTS.reduce((sum, { share, mean }) => sum + share * normalCdf(value - mean), 0)
}

// Zelen & Severo (1964), good to 1e-7: enough to be the truth of a simulation.
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
  return z >= 0 ? 1 - upper : upper
}

describe('intervals of 95 % hold the truth in at least 93 % of 1,000 panels', () => {
  const panels = Array.from({ length: DRAWS }, (_, draw) => drawPanel(draw))
  const everyone = new Uint8Array(UNITS * REPLICATES).fill(1)
  const coverage = (holds: (panel: (typeof panels)[number]) => boolean) =>
    panels.filter(holds).length / DRAWS

  it('mean', () => {
    const found = coverage(({ design, values }) => {
      const { lower, upper } = meanEstimate(design, values, everyone)
      return lower <= 0 && 0 <= upper
    })
    expect(found).toBeGreaterThanOrEqual(0.93)
    expect(found).toBeLessThanOrEqual(0.97)
  })

  it.each(['beta', 'xlogit'] as const)('share, %s', (method) => {
    const truth = shareAtOrUnder(CUT)
    const found = coverage(({ design, values }) => {
      const yes = Uint8Array.from(values, (value) => (value <= CUT ? 1 : 0))
      const { lower, upper } = shareEstimate(design, yes, everyone, { method })
      return lower <= truth && truth <= upper
    })
    expect(found).toBeGreaterThanOrEqual(0.93)
  })

  it('rare share', () => {
    const truth = shareAtOrUnder(-2.6)
    const found = coverage(({ design, values }) => {
      const yes = Uint8Array.from(values, (value) => (value <= -2.6 ? 1 : 0))
      const { lower, upper } = shareEstimate(design, yes, everyone)
      return lower <= truth && truth <= upper
    })
    expect(found).toBeGreaterThanOrEqual(0.93)
  })

  it('quartile', () => {
    const found = coverage(({ design, values }) => {
      const { lower, upper } = quantileEstimate(design, values, everyone, 0.25)
      return shareAtOrUnder(lower) <= 0.25 && 0.25 <= shareAtOrUnder(upper)
    })
    expect(found).toBeGreaterThanOrEqual(0.93)
  })

  it('difference between segments', () => {
    const found = coverage(({ design, values, segment }) => {
      const [a, b] = [0, 1].map((side) => Uint8Array.from(segment, (one) => (one === side ? 1 : 0)))
      const { lower, upper } = differenceOfMeans(design, values, a!, b!)
      return lower <= 0 && 0 <= upper
    })
    expect(found).toBeGreaterThanOrEqual(0.93)
  })

  it('and a test of no association rejects in about 5 %', () => {
    const thirds = (values: Float64Array) =>
      Int32Array.from(values, (value) => (value < -0.5 ? 0 : value < 0.5 ? 1 : 2))
    const rejected = coverage(
      ({ design, values, segment }) => raoScott(design, thirds(values), segment, everyone).p < 0.05,
    )
    expect(rejected).toBeGreaterThan(0.03)
    expect(rejected).toBeLessThan(0.07)
  })
})
