import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { meanEstimate } from '../statistics/mean.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { rake, type RakeMargin } from './rake.ts'

/** A design, its margins and what R's rake() makes of them: see make-rake.R. */
type Fixture = {
  name: string
  unit: number[]
  stratum: number[]
  base: number[]
  y: number[]
  margins: { categoryOf: number[]; target: number[] }[]
  weights: number[]
  /** Mean, standard error and degrees of freedom of the raked design. */
  mean: number[]
  inDomain: number[]
  domainMean: number[]
}

const file = new URL('../../../../../test/fixtures/r-survey/rake.json', import.meta.url)
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as Fixture[]

describe.each(fixtures)('equals R’s rake() on $name', (fixture) => {
  const margins = fixture.margins.map(({ categoryOf, target }, m): RakeMargin => ({
    name: `margin ${m}`,
    categories: target.map((_, c) => `category ${c}`),
    categoryOf: Int32Array.from(categoryOf),
    target: Float64Array.from(target),
  }))
  const { weights } = rake(Float64Array.from(fixture.base), margins, { tolerance: 1e-12 })

  it('in its weights', () => {
    weights.forEach((weight, i) => expect(weight).toBeCloseTo(fixture.weights[i]!, 6))
  })

  it.each([
    { what: 'everyone', domain: fixture.unit.map(() => 1), expected: fixture.mean },
    { what: 'a domain', domain: fixture.inDomain, expected: fixture.domainMean },
  ])('in the standard error of $what, when it takes the raking into account', (one) => {
    const design: SurveyDesign = {
      unit: Int32Array.from(fixture.unit),
      stratum: Int32Array.from(fixture.stratum),
      weight: weights,
      rakedOn: margins.map(({ categoryOf }) => categoryOf),
    }
    const found = meanEstimate(design, Float64Array.from(fixture.y), Uint8Array.from(one.domain))
    expect(found.estimate).toBeCloseTo(one.expected[0]!, 6)
    expect(found.standardError).toBeCloseTo(one.expected[1]!, 6)
    expect(found.degreesOfFreedom).toBe(one.expected[2])
  })
})
