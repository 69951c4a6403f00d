import { describe, expect, it } from 'vitest'
import { importanceEstimates, utilityEstimate, worthEstimates } from './choice-estimates.ts'
import { fitChoices, RIDGE } from './choice-fit.ts'
import { toChoices, type Choice, type EffectBlock } from './choices.ts'
import type { Estimate } from './design.ts'
import { expectClose, fixtureDesign, readFixtures } from '../../../../../test/helpers/r-fixtures.ts'

/** One design, one domain of it, choices and what R makes of them: see make-fixtures.R. */
type Fixture = {
  name: string
  ridge: number
  unit: number[]
  stratum: number[]
  w: number[]
  domain: number[]
  /** Effects in each block, one for a block that is not centred. */
  blocks: number[]
  width: number
  choices: Choice[]
  expected: {
    df: number
    utilities: number[]
    covariance: number[][]
    standardErrors: number[]
    /** Per item of the first block: estimate, standard error, interval. */
    worths: number[][]
    importances: number[][]
  }
}

const fixtures = readFixtures<Fixture[]>('r-models/fixtures.json')

function blocksOf(counts: readonly number[]): EffectBlock[] {
  let next = 0
  return counts.map((count) => {
    next += count
    return { first: next - count, count, isCentred: count > 1 }
  })
}

const numbersOf = ({ estimate, standardError, lower, upper }: Estimate) => [
  estimate,
  standardError,
  lower,
  upper,
]

it('has a separated item, a lone persona, repeated rows and weights with a CV over 1', () => {
  const count = <T>(values: readonly T[], value: T) => values.filter((v) => v === value).length
  const cv = (w: readonly number[]) => {
    const mean = w.reduce((a, b) => a + b, 0) / w.length
    return Math.sqrt(w.reduce((a, b) => a + (b - mean) ** 2, 0) / w.length) / mean
  }
  expect(fixtures.some(({ ridge }) => ridge > 0)).toBe(true)
  expect(fixtures.some(({ stratum }) => stratum.some((s) => count(stratum, s) === 1))).toBe(true)
  expect(fixtures.some(({ unit }) => unit.some((u) => count(unit, u) > 1))).toBe(true)
  expect(fixtures.some(({ w }) => cv(w) > 1)).toBe(true)
})

describe.each(fixtures)('equals R on $name', (fixture) => {
  const design = fixtureDesign(fixture)
  const choices = toChoices(blocksOf(fixture.blocks), fixture.width, fixture.choices)
  const fit = fitChoices(choices, design, Uint8Array.from(fixture.domain))!
  const { expected } = fixture

  it('utilities and their covariance', () => {
    expectClose([...fit.utilities], expected.utilities)
    expectClose(fit.covariance.flat(), expected.covariance.flat())
    expect(fit.degreesOfFreedom).toBe(expected.df)
    expectClose(
      expected.utilities.map((_, effect) => utilityEstimate(fit, effect).standardError),
      expected.standardErrors,
    )
  })

  it('the ridge only where it is needed', () => {
    expect(fit.separation ? RIDGE : 0).toBe(fixture.ridge)
  })

  it('worths', () => {
    const worths = worthEstimates(fit, fit.blocks[0]!)
    expectClose(worths.flatMap(numbersOf), expected.worths.flat())
  })

  if (expected.importances.length > 0)
    it('importances', () => {
      expectClose(importanceEstimates(fit).flatMap(numbersOf), expected.importances.flat())
    })
})
