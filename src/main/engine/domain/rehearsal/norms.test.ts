import { expect, it } from 'vitest'
import { aRespondent } from '../../../../../test/helpers/respondent.ts'
import { loadingsOf, variances } from './loadings.ts'
import { predictorCorrelations, predictorCovariance, predictorNames } from './norms.ts'
import { predictorsOf } from './predictors.ts'

const people = Array.from({ length: 8000 }, (_, i) => predictorsOf(aRespondent(i)))
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

it('standardises what the generator draws to mean 0 and variance 1', () => {
  for (const [i, name] of predictorNames.entries()) {
    const scores = people.map((x) => x[i]!)
    expect(Math.abs(mean(scores)), `mean of ${name}`).toBeLessThan(0.05)
    expect(Math.abs(mean(scores.map((z) => z * z)) - 1), `variance of ${name}`).toBeLessThan(0.06)
  }
})

it('knows how the predictors of the generator correlate', () => {
  for (let i = 0; i < predictorNames.length; i++) {
    for (let j = 0; j < i; j++) {
      const observed = mean(people.map((x) => x[i]! * x[j]!))
      const pair = `${predictorNames[i]} with ${predictorNames[j]}`
      expect(Math.abs(observed - predictorCorrelations[i]![j]!), pair).toBeLessThan(0.05)
    }
  }
})

it('scales every set of loadings to the variance meant for it', () => {
  for (const facet of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const loadings = loadingsOf(facet)
    expect(predictorCovariance(loadings, loadings)).toBeCloseTo(variances.profile, 10)
    const sums = people.map((x) => x.reduce((sum, z, i) => sum + z * loadings[i]!, 0))
    const observed = mean(sums.map((sum) => sum ** 2)) - mean(sums) ** 2
    expect(Math.abs(observed - variances.profile), facet).toBeLessThan(0.02)
  }
})
