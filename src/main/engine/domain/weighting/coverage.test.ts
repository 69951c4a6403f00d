import { describe, expect, it } from 'vitest'
import { uniform } from '../random.ts'
import { drawPeople, TRAITS, type Points, type SpaceMargin } from './attribute-space.ts'
import { measureCoverage } from './coverage.ts'
import { centredDiscrepancy, expectedSquaredDiscrepancy } from './discrepancy.ts'
import { createTargetSampler } from './target-sampler.ts'

const margin = (field: string, target: number[], isOrdered = false): SpaceMargin => ({
  fields: [field],
  categories: target.map((_, c) => `${field} ${c}`),
  target: Float64Array.from(target),
  isOrdered,
})
const margins = [margin('a', [0.5, 0.3, 0.2], true), margin('b', [0.6, 0.4])]
const ones = (n: number) => new Float64Array(n).fill(1)

describe('personas beside random samples of the target', () => {
  it('are no different where they are one', () => {
    const people = drawPeople(margins, 150, 'one of many')
    const found = measureCoverage({ margins, personas: people, weights: ones(150) })
    for (const compared of Object.values(found)) {
      const { personas, randomRange } = compared!
      const [low, high] = randomRange
      const slack = (high - low) / 2 + 1e-9
      expect(personas).toBeGreaterThanOrEqual(low - slack)
      expect(personas).toBeLessThanOrEqual(high + slack)
    }
  })

  it('are found out where they are all alike', () => {
    const everybody = drawPeople(margins, 150, 'first')
    const alike: Points = {
      n: 150,
      categories: new Int32Array(300),
      traits: everybody.traits.map((_, i) => everybody.traits[i % TRAITS]!),
      uniforms: everybody.uniforms.map((_, i) => everybody.uniforms[i % TRAITS]!),
    }
    const found = measureCoverage({ margins, personas: alike, weights: ones(150) })
    expect(found.cellsReached.personas).toBeLessThan(0.4)
    expect(found.cellsReached.random).toBe(1)
    expect(found.nearestDistance.personas).toBeGreaterThan(2 * found.nearestDistance.randomRange[1])
    expect(found.entropyRatio!.personas).toBe(0)
    expect(found.traitDiscrepancy.personas).toBeGreaterThan(5 * found.traitDiscrepancy.random)
  })

  it('are measured the same twice, and without any margin', () => {
    const work = { margins: [], personas: drawPeople([], 40, 'plain'), weights: ones(40) }
    expect(measureCoverage(work)).toEqual(measureCoverage(work))
    expect(measureCoverage(work).entropyRatio).toBeNull()
  })
})

describe('centred discrepancy', () => {
  it('is what its formula gives for the middle of one dimension', () => {
    // 13/12 − 2·1 + 1 = 1/12
    expect(centredDiscrepancy(Float64Array.of(0.5), ones(1), 1) ** 2).toBeCloseTo(1 / 12, 12)
  })

  it('has the expectation of random points', () => {
    const draws = Array.from({ length: 400 }, (_, draw) => {
      const points = Float64Array.from({ length: 30 * 3 }, (_, i) => uniform('cd', draw, i))
      return centredDiscrepancy(points, ones(30), 3) ** 2
    })
    const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length
    expect(mean / expectedSquaredDiscrepancy(30, 3)).toBeGreaterThan(0.93)
    expect(mean / expectedSquaredDiscrepancy(30, 3)).toBeLessThan(1.07)
  })

  it('counts a weight of two as two points', () => {
    const points = Float64Array.from({ length: 6 }, (_, i) => uniform('weights', i))
    const doubled = Float64Array.of(...points, ...points.subarray(4))
    expect(centredDiscrepancy(points, Float64Array.of(1, 1, 2), 2)).toBeCloseTo(
      centredDiscrepancy(doubled, ones(4), 2),
      12,
    )
  })
})

describe('random people of the target', () => {
  it('have its margins, and crossings where the table has them', () => {
    const cross = {
      fields: ['g', 'r'],
      categories: ['x × n', 'x × s', 'y × n', 'y × s'],
      target: Float64Array.of(0.4, 0.1, 0.1, 0.4),
    }
    const single = { fields: ['g'], categories: ['X', 'Y'], target: Float64Array.of(0.5, 0.5) }
    const draw = createTargetSampler([single, cross])
    const counts = new Float64Array(4)
    for (let i = 0; i < 4000; i++) {
      const [g, cell] = draw((m) => uniform('draw', i, m))
      expect(g).toBe(cell! < 2 ? 0 : 1)
      counts[cell!]! += 1 / 4000
    }
    cross.target.forEach((share, c) => expect(Math.abs(counts[c]! - share)).toBeLessThan(0.03))
    // What is fixed stays, and what it implies follows.
    for (let i = 0; i < 50; i++) {
      const [, cell] = draw((m) => uniform('fixed', i, m), new Map([[0, 1]]))
      expect(cell).toBeGreaterThanOrEqual(2)
    }
  })

  it('have the generator’s traits as independent uniforms', () => {
    const { uniforms, n } = drawPeople(margins, 2000, 'uniform')
    const mean = uniforms.reduce((sum, one) => sum + one, 0) / (n * TRAITS)
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
  })
})
