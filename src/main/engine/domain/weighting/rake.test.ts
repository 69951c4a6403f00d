import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designEffect, effectiveSampleSize } from './kish.ts'
import { InfeasibleMarginError, rake, weightedShares, type RakeMargin } from './rake.ts'

const margin = (name: string, categoryOf: number[], target: number[]): RakeMargin => ({
  name,
  categories: target.map((_, c) => `${name} ${c}`),
  categoryOf: Int32Array.from(categoryOf),
  target: Float64Array.from(target),
})
const ones = (n: number) => new Float64Array(n).fill(1)

it('equals R’s rake()', () => {
  const file = new URL('../../../../../test/fixtures/r-survey/rake.json', import.meta.url)
  const fixture = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number[]>
  const { weights } = rake(Float64Array.from(fixture['base']!), [
    margin('a', fixture['a']!, fixture['targetA']!),
    margin('b', fixture['b']!, fixture['targetB']!),
  ])
  const scale = fixture['weights']!.reduce((sum, w) => sum + w, 0) / weights.length
  weights.forEach((weight, i) => expect(weight * scale).toBeCloseTo(fixture['weights']![i]!, 6))
})

/** A cross of two variables in which every cell has someone, so any targets can be met. */
const crossed = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([a, b]) =>
    fc.record({
      counts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: a * b, maxLength: a * b }),
      shareA: fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), {
        minLength: a,
        maxLength: a,
      }),
      shareB: fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), {
        minLength: b,
        maxLength: b,
      }),
      b: fc.constant(b),
    }),
  )
  .map(({ counts, shareA, shareB, b }) => {
    const cells = counts.flatMap((count, cell) => new Array<number>(count).fill(cell))
    const normed = (shares: number[]) => {
      const sum = shares.reduce((x, y) => x + y, 0)
      return shares.map((share) => share / sum)
    }
    return [
      margin(
        'a',
        cells.map((cell) => Math.floor(cell / b)),
        normed(shareA),
      ),
      margin(
        'b',
        cells.map((cell) => cell % b),
        normed(shareB),
      ),
    ]
  })

describe('raking', () => {
  it('meets every margin with positive weights of mean 1', () => {
    fc.assert(
      fc.property(crossed, (margins) => {
        const n = margins[0]!.categoryOf.length
        const { weights, converged } = rake(ones(n), margins)
        expect(converged).toBe(true)
        for (const one of margins)
          weightedShares(weights, one).forEach((share, c) =>
            expect(share).toBeCloseTo(one.target[c]!, 6),
          )
        expect(Math.min(...weights)).toBeGreaterThan(0)
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(n, 6)
      }),
    )
  })

  it('does not depend on the scale of the base weights', () => {
    fc.assert(
      fc.property(crossed, fc.double({ min: 0.01, max: 100, noNaN: true }), (margins, scale) => {
        const base = ones(margins[0]!.categoryOf.length)
        const plain = rake(base, margins).weights
        const scaled = rake(
          base.map((weight) => weight * scale),
          margins,
        ).weights
        plain.forEach((weight, i) => expect(scaled[i]).toBeCloseTo(weight, 6))
      }),
    )
  })

  it('keeps weights inside the bounds when trimming, and says how far off it stays', () => {
    const categoryOf = [...new Array<number>(95).fill(0), ...new Array<number>(5).fill(1)]
    const { weights, converged, maxGap } = rake(ones(100), [margin('a', categoryOf, [0.5, 0.5])], {
      trim: { lower: 0.3, upper: 3 },
    })
    expect(Math.max(...weights) / Math.min(...weights)).toBeLessThanOrEqual(10 + 1e-9)
    expect({ converged, off: maxGap > 0.2 }).toEqual({ converged: false, off: true })
  })

  it.each([
    { target: [0.5, 0.4], message: /sum to 0.9/ },
    { target: [0.5, 0.25, 0.25], message: /nobody is in “a 2”/ },
    { target: [1, 0], message: /2 personas are in “a 1”, which has no target/ },
  ])('refuses targets $target by name', ({ target, message }) => {
    const attempt = () => rake(ones(4), [margin('a', [0, 0, 1, 1], target)])
    expect(attempt).toThrow(InfeasibleMarginError)
    expect(attempt).toThrow(message)
  })
})

it('loses nothing to equal weights and half to weights on half the people', () => {
  expect(effectiveSampleSize(ones(40))).toBeCloseTo(40)
  expect(designEffect(Float64Array.of(2, 2, 0, 0))).toBeCloseTo(2)
})
