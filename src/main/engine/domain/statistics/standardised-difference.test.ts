import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../random.ts'
import type { SurveyDesign } from './design.ts'
import { differenceOfMeans } from './difference.ts'
import { standardisedDifference, type ToStandardise } from './standardised-difference.ts'

const N = 240

const sideOf = (work: ToStandardise, side: number) =>
  Uint8Array.from(work.groupOf, (group) => Number(group === side))

/** Side b is rarer in category 0, which has higher values; within categories b is 1 higher. */
function confounded(seed: string) {
  const categoryOf = Int32Array.from({ length: N }, (_, i) => i % 3)
  const inB = Uint8Array.from(categoryOf, (category, i) =>
    uniform(seed, 'side', i) < [0.2, 0.5, 0.8][category]! ? 1 : 0,
  )
  const values = Float64Array.from(
    categoryOf,
    (category, i) => normal(seed, 'value', i) + inB[i]! - 4 * category,
  )
  const design: SurveyDesign = {
    unit: Int32Array.from({ length: N }, (_, i) => i),
    stratum: Int32Array.from({ length: N }, (_, i) => i % 2),
    weight: Float64Array.from({ length: N }, (_, i) => Math.exp(0.5 * normal(seed, 'weight', i))),
  }
  return { design, work: { values, categoryOf, groupOf: Int32Array.from(inB), a: 0, b: 1 } }
}

describe('the standardised difference', () => {
  it('turns a difference round that the mix of categories makes', () => {
    const { design, work } = confounded('turn')
    const pooled = differenceOfMeans(design, work.values, sideOf(work, 0), sideOf(work, 1))
    const found = standardisedDifference(design, work)!
    expect(pooled.upper).toBeLessThan(0)
    expect(found.lower).toBeGreaterThan(0)
    expect(found.lower).toBeLessThan(1)
    expect(found.upper).toBeGreaterThan(1)
    expect(found.covered).toBeCloseTo(1, 12)
  })

  it('is the weighted mean of differences within categories', () => {
    const { design, work } = confounded('by hand')
    const { weight } = design
    const sum = (pick: (i: number) => number) =>
      [...weight.keys()].reduce((all, i) => all + weight[i]! * pick(i), 0)
    const parts = [0, 1, 2].map((category) => {
      const mean = (side: Uint8Array) => {
        const inside = (i: number) => (side[i] && work.categoryOf[i] === category ? 1 : 0)
        return sum((i) => inside(i) * work.values[i]!) / sum(inside)
      }
      const share = sum((i) => (work.categoryOf[i] === category ? 1 : 0)) / sum(() => 1)
      return share * (mean(sideOf(work, 1)) - mean(sideOf(work, 0)))
    })
    const expected = parts.reduce((all, part) => all + part, 0)
    expect(standardisedDifference(design, work)!.estimate).toBeCloseTo(expected, 12)
  })

  it.each(['a', 'b', 'c'])('has the standard error that the jackknife finds, %s', (seed) => {
    const { design, work } = confounded(seed)
    const { standardError } = standardisedDifference(design, work)!
    const ratio = standardError / jackknife(design, work)
    expect(ratio).toBeGreaterThan(0.9)
    expect(ratio).toBeLessThan(1.1)
  })

  it('is the plain difference where there is one category', () => {
    const { design, work } = confounded('one')
    const one = { ...work, categoryOf: new Int32Array(N) }
    const plain = differenceOfMeans(design, work.values, sideOf(work, 0), sideOf(work, 1))
    const found = standardisedDifference(design, one)!
    expect(found.estimate).toBeCloseTo(plain.estimate, 12)
    expect(found.standardError).toBeCloseTo(plain.standardError, 12)
  })

  it('leaves out what one side lacks and says how much is covered', () => {
    const { design, work } = confounded('lacks')
    const without = (side: number, categories: number[]) =>
      work.values.map((value, i) =>
        work.groupOf[i] === side && categories.includes(work.categoryOf[i]!) ? Number.NaN : value,
      )
    const most = standardisedDifference(design, { ...work, values: without(1, [2]) })!
    expect(most.covered).toBeLessThan(0.95)
    const none = standardisedDifference(design, { ...work, values: without(1, [0, 1, 2]) })
    expect(none).toBeUndefined()
  })
})

/** Stratified delete-one jackknife, as for units drawn with replacement (Rust & Rao 1996). */
function jackknife(design: SurveyDesign, work: ToStandardise): number {
  const without = (i: number) => {
    const values = work.values.map((value, row) => (row === i ? Number.NaN : value))
    return standardisedDifference(design, { ...work, values })!.estimate
  }
  let variance = 0
  for (const stratum of [0, 1]) {
    const units = [...design.stratum.keys()].filter((i) => design.stratum[i] === stratum)
    const found = units.map(without)
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length
    const squares = found.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    variance += ((units.length - 1) / units.length) * squares
  }
  return Math.sqrt(variance)
}
