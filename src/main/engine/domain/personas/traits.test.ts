import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { describe, expect, it } from 'vitest'
import { traitNames, type Traits } from '../../../../shared/contract/personas.ts'
import { createDice } from './dice.ts'
import type { Gender } from './gender.ts'
import {
  drawTraitScores,
  genderDifferences,
  independentScores,
  toPercentiles,
  traitCorrelations,
} from './traits.ts'

const SAMPLE = 8000

/** Standard scores read back from percentiles, as every consumer of the profile has to. */
function sample(age: number, gender: Gender, name: string): Traits[] {
  return Array.from({ length: SAMPLE }, (_, i) => {
    const traits = toPercentiles(drawTraitScores(createDice(`${name}:${i}`), age, gender))
    const scores = traitNames.map((trait) => [trait, normalQuantile(traits[trait] / 100, 0, 1)])
    return Object.fromEntries(scores) as Traits
  })
}

const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length
const meanOf = (people: readonly Traits[], trait: keyof Traits) => mean(people.map((p) => p[trait]))

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [mx, my] = [mean(xs), mean(ys)]
  const covariance = mean(xs.map((x, i) => (x - mx) * (ys[i]! - my)))
  return (
    covariance / Math.sqrt(mean(xs.map((x) => (x - mx) ** 2)) * mean(ys.map((y) => (y - my) ** 2)))
  )
}

describe('a sample of one age and gender', () => {
  const people = sample(40, 'other', 'plain')

  it('has the published correlations, within .04', () => {
    traitNames.forEach((a, i) =>
      traitNames.slice(i + 1).forEach((b, j) => {
        const found = correlation(
          people.map((p) => p[a]),
          people.map((p) => p[b]),
        )
        expect(Math.abs(found - traitCorrelations[i]![i + 1 + j]!), `${a}–${b}`).toBeLessThan(0.04)
      }),
    )
  })

  it('is standard normal at 40', () => {
    for (const trait of traitNames) {
      const scores = people.map((p) => p[trait])
      expect(Math.abs(mean(scores))).toBeLessThan(0.05)
      expect(Math.abs(mean(scores.map((x) => x * x)) - 1)).toBeLessThan(0.06)
    }
  })
})

it('has the published gender differences, within .06', () => {
  const [women, men] = [sample(40, 'woman', 'women'), sample(40, 'man', 'men')]
  for (const trait of traitNames) {
    const difference = meanOf(women, trait) - meanOf(men, trait)
    expect(Math.abs(difference - genderDifferences[trait]), trait).toBeLessThan(0.06)
  }
})

it('grows up by half a standard deviation in C, A and N between 20 and 60', () => {
  const [young, old] = [sample(20, 'other', 'young'), sample(60, 'other', 'old')]
  const change = (trait: keyof Traits) => meanOf(old, trait) - meanOf(young, trait)
  expect(change('conscientiousness')).toBeCloseTo(0.5, 1)
  expect(change('agreeableness')).toBeCloseTo(0.5, 1)
  expect(change('neuroticism')).toBeCloseTo(-0.5, 1)
  expect(Math.abs(change('extraversion'))).toBeLessThan(0.06)
})

it('stays within 0–100 at every age', () => {
  for (let age = 0; age <= 120; age++) {
    for (const value of Object.values(
      toPercentiles(drawTraitScores(createDice(`a${age}`), age, 'woman')),
    )) {
      expect(value).toBeGreaterThan(0)
      expect(value).toBeLessThan(100)
    }
  }
})

it('is taken apart into independent scores of mean 0 and variance 1', () => {
  const independent = sample(30, 'man', 'apart').map((scores) =>
    independentScores(scores, 30, 'man'),
  )
  traitNames.forEach((_, a) => {
    const xs = independent.map((scores) => scores[a]!)
    expect(Math.abs(mean(xs))).toBeLessThan(0.05)
    expect(Math.abs(mean(xs.map((x) => x * x)) - 1)).toBeLessThan(0.06)
    for (let b = 0; b < a; b++)
      expect(
        Math.abs(
          correlation(
            xs,
            independent.map((scores) => scores[b]!),
          ),
        ),
      ).toBeLessThan(0.04)
  })
})
