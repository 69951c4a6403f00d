import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { describe, expect, it } from 'vitest'
import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { ValidatedItem } from '../../../../shared/contract/validation.ts'
import { createStream } from '../random.ts'
import { multinomial } from './binomial.ts'
import { modelErrors, totalErrorIntervals } from './model-error.ts'

const uniform = createStream('model-error')
const normal = () => normalQuantile(uniform() || 1e-12, 0, 1)
const CUTS = [-1.2, -0.4, 0.4, 1.2]

function scale(mean: number): number[] {
  const below = [...CUTS.map((cut) => normalCdf(cut, mean, 1)), 1]
  return below.map((share, k) => share - (below[k - 1] ?? 0))
}

function draw(shares: readonly number[], n: number): number[] {
  return Array.from(multinomial(uniform, n, shares), (count) => count / n)
}

/** Items whose personas are off by a mean of spread `error`, both sides sampled. */
function items(count: number, error: number, type: ValidatedItem['type'] = 'likert') {
  return Array.from({ length: count }, (_, i) => {
    const mean = 0.5 * normal()
    const people = draw(scale(mean), 150)
    const personas = draw(scale(mean + error * normal()), 80)
    return {
      id: `q${i}`,
      type,
      n: { people: 150, personas: 80 },
      categories: people.map((share, k) => ({
        value: String(k + 1),
        people: share,
        personas: personas[k]!,
      })),
    } as ValidatedItem
  })
}

describe('the model’s own error', () => {
  it('is nothing where only sampling keeps personas from people', () => {
    const found = modelErrors(items(400, 0), 1)
    for (const { variance, lower } of found) {
      expect(lower).toBe(0)
      // Sampling alone is about p(1 − p)(1/150 + 1/80) = .003.
      expect(variance).toBeLessThan(0.0004)
    }
  })

  it('is found without the sampling that hides it', () => {
    // What an infinite sample would show.
    const truth = 4000
    let [share, mean] = [0, 0]
    for (let i = 0; i < truth; i++) {
      const at = 0.5 * normal()
      const [a, b] = [scale(at), scale(at + 0.5 * normal())]
      share += a.reduce((sum, p, k) => sum + (p - b[k]!) ** 2, 0) / 5 / truth
      const score = (shares: number[]) => shares.reduce((sum, p, k) => sum + p * (k + 1), 0)
      mean += (score(a) - score(b)) ** 2 / 16 / truth
    }
    const found = modelErrors(items(600, 0.5), 1)
    const of = (measure: string) => found.find((one) => one.measure === measure)!
    expect(found).toHaveLength(2)
    expect(of('share').variance / share).toBeGreaterThan(0.8)
    expect(of('share').variance / share).toBeLessThan(1.2)
    expect(of('mean').lower).toBeLessThan(mean)
    expect(of('mean').upper).toBeGreaterThan(mean)
  })

  it('is told by type where a type has ten items, else of all together, and never under ten', () => {
    expect(modelErrors(items(9, 0.5), 1)).toEqual([])
    const mixed = modelErrors([...items(12, 0.5), ...items(5, 0.5, 'single')], 1)
    expect(mixed.map(({ type, measure, items: n }) => [type, measure, n])).toEqual([
      ['likert', 'share', 12],
      ['likert', 'mean', 12],
      [null, 'share', 17],
      [null, 'mean', 12],
    ])
  })
})

it('widens the intervals of estimates by it', () => {
  const estimate = (value: number, standardError: number) => ({ estimate: value, standardError })
  const question = {
    questionId: 'q',
    type: 'likert',
    overall: {
      mean: estimate(3.2, 0.1),
      shares: [0.1, 0.2, 0.3, 0.2, 0.2].map((share, k) => ({
        value: String(k + 1),
        share: estimate(share, 0.02),
      })),
    },
  } as unknown as QuestionEvidence
  const error = { type: null, items: 11, lower: 0, upper: 1 }
  const found = totalErrorIntervals(
    [question],
    [
      { ...error, measure: 'share', variance: 0.0021 },
      { ...error, measure: 'mean', variance: 0.01 },
    ],
  )
  expect(found).toHaveLength(6)
  // t at 10 degrees of freedom is 2.2281; the scale is 4 points long.
  expect(found[0]!.upper).toBeCloseTo(3.2 + 2.228139 * Math.sqrt(0.01 + 0.16), 5)
  expect(found[3]!.lower).toBeCloseTo(0.3 - 2.228139 * Math.sqrt(0.0004 + 0.0021), 5)
  expect(found[1]!.lower).toBe(0)
})
