import { expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { bestPrice } from './best-price.ts'
import type { SurveyDesign } from './design.ts'
import { linearisedMean } from './mean.ts'
import { resamplesOf } from './resamples.ts'
import { unitsOf } from './units.ts'

/** Two rows a persona in three cohorts and a lone persona, with unequal weights. */
function aPanel(): { design: SurveyDesign; values: Float64Array } {
  const next = createStream('panel')
  const personas = Array.from({ length: 91 }, (_, i) => ({
    stratum: i === 90 ? 3 : i % 3,
    weight: 0.2 + 3 * next() ** 2,
    taste: next(),
  }))
  const rows = [...personas.entries(), ...personas.entries()]
  return {
    design: {
      unit: Int32Array.from(rows, ([unit]) => unit),
      stratum: Int32Array.from(rows, ([, { stratum }]) => stratum),
      weight: Float64Array.from(rows, ([, { weight }]) => weight),
    },
    values: Float64Array.from(rows, ([, { taste }]) => (taste + next() > 1 ? 1 : 0)),
  }
}

it('varies as the linearised standard error says', () => {
  const { design, values } = aPanel()
  const { replicates, times, factor } = resamplesOf(design, 'test')
  const { unitOf, stratumOf } = unitsOf(design)
  const means = Array.from({ length: replicates }, (_, b) => {
    let [sum, total] = [0, 0]
    values.forEach((value, row) => {
      const unit = unitOf[row]!
      const w = design.weight[row]! * factor[unit]! * times[b * stratumOf.length + unit]!
      sum += w
      total += w * value
    })
    return total / sum
  })
  const mean = means.reduce((a, b) => a + b, 0) / replicates
  const sd = Math.sqrt(means.reduce((a, b) => a + (b - mean) ** 2, 0) / (replicates - 1))
  const linear = linearisedMean(design, values, new Uint8Array(values.length).fill(1))
  // A lone persona adds to the linearised variance, not to the resampled one; 500 resamples are
  // within a tenth of their own spread. The seed is fixed.
  expect(sd / linear.standardError).toBeGreaterThan(0.85)
  expect(sd / linear.standardError).toBeLessThan(1.15)
})

it('draws one persona fewer than a cohort has, and a lone one always', () => {
  const { design } = aPanel()
  const { replicates, times, factor } = resamplesOf(design, 'test')
  const units = unitsOf(design).stratumOf.length
  for (let b = 0; b < replicates; b++) {
    const drawn = times.subarray(b * units, (b + 1) * units)
    expect(drawn.slice(0, 30).reduce((a, c) => a + c, 0)).toBe(29)
    expect(drawn[90]).toBe(1)
  }
  expect(factor[0]).toBeCloseTo(30 / 29, 12)
  expect(factor[90]).toBe(1)
})

it('is the same for the same seed and another one for another', () => {
  const { design } = aPanel()
  expect(resamplesOf(design, 'a').times).toEqual(resamplesOf(design, 'a').times)
  expect(resamplesOf(design, 'a').times).not.toEqual(resamplesOf(design, 'b').times)
})

/** 100 personas of whom `accepting[i]` accept up to price i and no more. */
function bestOf(prices: readonly number[], accepting: readonly number[]) {
  const highest = accepting.flatMap((count, at) => new Array<number>(count).fill(at))
  const rows = 100
  const design: SurveyDesign = {
    unit: Int32Array.from({ length: rows }, (_, i) => i),
    stratum: Int32Array.from({ length: rows }, (_, i) => i % 2),
    weight: new Float64Array(rows).fill(2),
  }
  const all = Int32Array.from({ length: rows }, (_, i) => highest[i] ?? -1)
  return bestPrice(
    design,
    { prices, highest: all },
    new Uint8Array(rows).fill(1),
    resamplesOf(design, 'price'),
  )
}

it('finds the price that earns most, and how sure that is', () => {
  // 10 × .9, 20 × .6, 40 × .1: the middle one, without a doubt.
  expect(bestOf([10, 20, 40], [30, 50, 10])).toMatchObject({ at: 1, lower: 1, upper: 1 })
  // 10 × .9 against 20 × .45 and more: a close thing.
  const close = bestOf([10, 20, 40], [44, 36, 10])
  expect(close.at).toBe(1)
  expect(close.lower).toBe(0)
  expect(close.wins[0]! + close.wins[1]! + close.wins[2]!).toBeCloseTo(1, 9)
  expect(close.wins[0]).toBeGreaterThan(0.05)
})

it('takes the lowest of prices that earn the same, and none where nobody accepts any', () => {
  expect(bestOf([10, 20, 40], [40, 20, 20]).at).toBe(0)
  expect(bestOf([10, 20, 40], []).at).toBe(-1)
})
