import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { describe, expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { mixedEstimate, type MixedInput } from './mixed-estimate.ts'
import { mixedItem, type MixedAnswers } from './mixed-item.ts'

const ones = (n: number) => new Float64Array(n).fill(1)
const plain = (people: number[], twins: number[], others: number[]): MixedInput => ({
  people: [Float64Array.from(people)],
  twins: [Float64Array.from(twins)],
  weights: ones(people.length),
  others: { values: [Float64Array.from(others)], weights: ones(others.length) },
  level: 0.95,
})

const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length
const cov = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, value, i) => sum + (value - mean(x)) * (y[i]! - mean(y)), 0) / (x.length - 1)

describe('PPI++', () => {
  const people = [3, 5, 2, 4, 4, 1, 5, 3, 2, 4]
  const twins = [3, 4, 3, 4, 3, 2, 4, 3, 3, 4]
  const others = [3, 3, 4, 4, 2, 3, 4, 5, 3, 2, 4, 3, 3, 4, 4, 2]

  it('is the published formula on given numbers', () => {
    const [n, N] = [people.length, others.length]
    const pooled = [...twins, ...others]
    const lambda = cov(people, twins) / ((1 + n / N) * cov(pooled, pooled))
    const rest = people.map((y, i) => y - lambda * twins[i]!)
    const found = mixedEstimate(plain(people, twins, others))
    expect(lambda).toBeLessThan(1)
    expect(found.lambda).toBeCloseTo(lambda, 12)
    const [{ mixed, people: alone }] = found.quantities as [(typeof found.quantities)[number]]
    expect(mixed.estimate).toBeCloseTo(mean(people) - lambda * (mean(twins) - mean(others)), 12)
    const variance = cov(rest, rest) / n + (lambda ** 2 * cov(others, others)) / N
    expect(mixed.standardError).toBeCloseTo(Math.sqrt(variance), 12)
    expect(alone.standardError).toBeCloseTo(Math.sqrt(cov(people, people) / n), 12)
    const rho = cov(people, twins) / Math.sqrt(cov(people, people) * cov(twins, twins))
    expect(found.effectiveN).toBeCloseTo(n / (1 - (rho ** 2 * N) / (n + N)), 10)
    expect(found.ceilingN).toBeCloseTo(n / (1 - rho ** 2), 10)
  })

  it('counts weights as so many rows of the same', () => {
    const twice = mixedEstimate(plain([...people, ...people], [...twins, ...twins], others))
    const weighed = mixedEstimate({ ...plain(people, twins, others), weights: ones(10).fill(2) })
    const estimate = (one: typeof twice) => one.quantities[0]!.people.estimate
    expect(estimate(weighed)).toBeCloseTo(estimate(twice), 12)
    // But not as so many people: constant weights change no standard error.
    const once = mixedEstimate(plain(people, twins, others))
    expect(weighed.quantities[0]!.mixed).toEqual(once.quantities[0]!.mixed)
  })

  it('has the ceiling of + 4 % at a correlation of .20', () => {
    expect(1 / (1 - 0.2 ** 2) - 1).toBeCloseTo(0.0417, 4)
  })

  it('keeps shares adding up to one', () => {
    const column = (codes: number[], k: number) => Float64Array.from(codes, (c) => Number(c === k))
    const ks = [1, 2, 3, 4, 5]
    const { quantities } = mixedEstimate({
      people: ks.map((k) => column(people, k)),
      twins: ks.map((k) => column(twins, k)),
      weights: Float64Array.from(people, (_, i) => 1 + i / 7),
      others: { values: ks.map((k) => column(others, k)), weights: ones(others.length) },
      level: 0.95,
    })
    expect(quantities.reduce((sum, { mixed }) => sum + mixed.estimate, 0)).toBeCloseTo(1, 12)
  })
})

/** Pairs with correlation about rho from one target, the truth known. */
function draw(
  seed: string,
  { n, N, rho, weighted }: { n: number; N: number; rho: number; weighted: boolean },
) {
  const uniform = createStream('mixed', seed)
  const normal = () => normalQuantile(uniform() || 1e-12, 0, 1)
  const people = new Float64Array(n)
  const twins = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const x = normal()
    people[i] = 0.5 + x
    twins[i] = rho * x + Math.sqrt(1 - rho * rho) * normal()
  }
  const weight = () => (weighted ? 0.5 + uniform() * 1.5 : 1)
  return mixedEstimate({
    people: [people],
    twins: [twins],
    weights: Float64Array.from({ length: n }, weight),
    others: {
      values: [Float64Array.from({ length: N }, normal)],
      weights: Float64Array.from({ length: N }, weight),
    },
    level: 0.95,
  })
}

describe('its intervals', () => {
  it.each([
    [40, 400, 0.6, false],
    [100, 300, 0.2, true],
  ])('with %d people, %d personas, r = %d, weighted %s cover the truth', (n, N, rho, weighted) => {
    const DRAWS = 5000
    let [covered, width, alone] = [0, 0, 0]
    for (let i = 0; i < DRAWS; i++) {
      const { mixed, people } = draw(`${n}:${i}`, { n, N, rho, weighted }).quantities[0]!
      if (mixed.lower <= 0.5 && mixed.upper >= 0.5) covered += 1
      width += mixed.standardError ** 2
      alone += people.standardError ** 2
    }
    // Three standard errors of a simulated 95 %.
    expect(covered / DRAWS).toBeGreaterThan(0.941)
    expect(covered / DRAWS).toBeLessThan(0.965)
    // Variance falls by ρ²N/(n + N), weighting aside.
    const expected = 1 - (rho ** 2 * N) / (n + N)
    expect(Math.abs(width / alone - expected)).toBeLessThan(0.03)
  })

  it('are never wider than people’s alone, but for noise that vanishes', () => {
    const ratios = [0, 0.1, 0.5].map((rho) => {
      const { mixed, people } = draw(`wide:${rho}`, { n: 20_000, N: 20_000, rho, weighted: false })
        .quantities[0]!
      return mixed.standardError / people.standardError
    })
    for (const ratio of ratios) expect(ratio).toBeLessThan(1.0001)
  })
})

describe('an item', () => {
  const uniform = createStream('item')
  const codes = (n: number) => Int16Array.from({ length: n }, () => Math.floor(uniform() * 3))
  const answers = (over: Partial<MixedAnswers> = {}): MixedAnswers => ({
    id: 'q',
    text: 'Fine?',
    labels: ['a', 'b', 'c'],
    scores: [1, 2, 3],
    people: codes(60),
    twins: codes(60),
    weights: ones(60),
    others: codes(90),
    otherWeights: ones(90),
    ...over,
  })
  const terms = { sameTarget: true, level: 0.95 }

  it('prints the ceiling', () => {
    const same = codes(60)
    const item = mixedItem(
      answers({ people: same, twins: same.map((c, i) => (i % 3 ? c : 1)) }),
      terms,
    )
    expect(item.result!.quantities.map(({ measure }) => measure)).toEqual(['mean', 'a', 'b', 'c'])
    expect(item.sentence).toMatch(
      /no number of personas could make them worth more than \d+ \(\+ \d+ %\)/,
    )
  })

  it.each([
    [{ people: codes(29), twins: codes(29), weights: ones(29) }, terms, /30 people/],
    [
      { others: codes(3), otherWeights: ones(3) },
      terms,
      /30 personas who are nobody’s twin; there are 3/,
    ],
    [{ twins: new Int16Array(60) }, terms, /all twins answer the same/],
    [{ others: new Int16Array(90) }, terms, /answer otherwise than the twins/],
    [{}, { ...terms, sameTarget: false }, /same target/],
  ])('is not offered, with the reason', (over, when, reason) => {
    const item = mixedItem(answers(over), when)
    expect(item.result).toBeNull()
    expect(item.sentence).toMatch(reason)
  })
})
