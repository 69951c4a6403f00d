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
const range = (n: number) => [...new Array<number>(n).keys()]

const sharesOf = (categories: number) =>
  fc
    .array(fc.integer({ min: 5, max: 50 }), { minLength: categories, maxLength: categories })
    .map((parts) => parts.map((part) => part / parts.reduce((a, b) => a + b, 0)))

/** A cross of two variables in which every cell has someone, so any targets can be met. */
const crossed = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([a, b]) =>
    fc.record({
      b: fc.constant(b),
      counts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: a * b, maxLength: a * b }),
      shares: fc.tuple(sharesOf(a), sharesOf(b)),
    }),
  )
  .map(({ counts, shares, b }) => {
    const cells = counts.flatMap((count, cell) => new Array<number>(count).fill(cell))
    return [
      margin(
        'a',
        cells.map((cell) => Math.floor(cell / b)),
        shares[0],
      ),
      margin(
        'b',
        cells.map((cell) => cell % b),
        shares[1],
      ),
    ]
  })

describe('raking', () => {
  it('meets every margin with positive weights of mean 1', () => {
    fc.assert(
      fc.property(crossed, (margins) => {
        const n = margins[0]!.categoryOf.length
        const { weights, converged, margins: raked } = rake(ones(n), margins)
        expect(converged).toBe(true)
        for (const { after, target } of raked)
          after.forEach((share, c) => expect(share).toBeCloseTo(target[c]!, 6))
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

  it('gives equal people equal weights, in whatever order they come', () => {
    fc.assert(
      fc.property(crossed, (margins) => {
        const n = margins[0]!.categoryOf.length
        const reversed = margins.map((one) => ({ ...one, categoryOf: one.categoryOf.toReversed() }))
        const plain = rake(ones(n), margins).weights
        const backwards = rake(ones(n), reversed).weights.toReversed()
        plain.forEach((weight, i) => expect(backwards[i]).toBeCloseTo(weight, 6))
      }),
    )
  })

  it('leaves a sample alone that already meets its margins', () => {
    const { weights, iterations, designEffect } = rake(ones(4), [
      margin('a', [0, 0, 1, 1], [0.5, 0.5]),
    ])
    expect({ weights: [...weights], iterations, designEffect }).toEqual({
      weights: [1, 1, 1, 1],
      iterations: 0,
      designEffect: 1,
    })
  })

  it('reports each margin before and after, and what the weights cost', () => {
    const { margins, designEffect, effectiveN } = rake(ones(10), [
      margin('a', [0, 0, 0, 0, 0, 0, 0, 0, 1, 1], [0.5, 0.5]),
    ])
    // Eight weights of 5/8 and two of 5/2: 10² / (8 · 25/64 + 2 · 25/4).
    expect(effectiveN).toBeCloseTo(6.4)
    expect(designEffect).toBeCloseTo(10 / 6.4)
    expect(margins.map(({ n, before, after }) => [[...n], [...before], [...after]])).toEqual([
      [
        [8, 2],
        [0.8, 0.2],
        [0.5, 0.5],
      ],
    ])
  })

  it('says so when the margins cannot be met together', () => {
    // b is 1 only where a is 1, so b cannot be the more frequent; both overlap otherwise.
    const { converged, maxGapPoints } = rake(ones(6), [
      margin('a', [0, 0, 0, 1, 1, 1], [0.8, 0.2]),
      margin('b', [0, 0, 0, 0, 1, 1], [0.3, 0.7]),
    ])
    expect({ converged, isFarOff: maxGapPoints > 10 }).toEqual({ converged: false, isFarOff: true })
  })
})

describe('trimming', () => {
  it('keeps every weight inside the bounds with mean 1, and says how far off margins stay', () => {
    const categoryOf = [...new Array<number>(95).fill(0), ...new Array<number>(5).fill(1)]
    const { weights, converged, maxGapPoints } = rake(
      ones(100),
      [margin('a', categoryOf, [0.5, 0.5])],
      { trim: { lower: 0.3, upper: 3 } },
    )
    expect(Math.max(...weights)).toBeLessThanOrEqual(3)
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.3)
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(100, 9)
    // Five people at weight 3 are 15 % of the 50 % asked for.
    expect(maxGapPoints).toBeCloseTo(35, 6)
    expect(converged).toBe(false)
  })

  it('meets the margins inside the bounds wherever that can be done', () => {
    fc.assert(
      fc.property(crossed, (margins) => {
        const n = margins[0]!.categoryOf.length
        const free = rake(ones(n), margins)
        // Bounds that one solution keeps with room to spare: the untrimmed one.
        const trim = {
          lower: 0.9 * Math.min(...free.weights),
          upper: 1.1 * Math.max(...free.weights),
        }
        const { weights, maxGapPoints } = rake(ones(n), margins, { trim })
        expect(maxGapPoints).toBeLessThan(1e-3)
        weights.forEach((weight) => {
          expect(weight).toBeGreaterThanOrEqual(trim.lower)
          expect(weight).toBeLessThanOrEqual(trim.upper)
        })
      }),
    )
  })

  it('refuses bounds that do not enclose the mean', () => {
    const attempt = () => rake(ones(2), [], { trim: { lower: 1.2, upper: 3 } })
    expect(attempt).toThrow(/between 1.2 and 3/)
  })
})

describe('refusals by name', () => {
  it.each([
    { target: [0.5, 0.4], message: /sum to 0.9; they must sum to 1/ },
    { target: [0.5, 0.25, 0.25], message: /nobody is in “a 2”/ },
    { target: [1, 0], message: /2 personas are in “a 1”, which has no target/ },
    { target: [1.2, -0.2], message: /the target of “a 0” is 1.2/ },
    { target: [1], message: /2 personas are in none of its categories \(a 0\)/ },
  ])('refuses targets $target', ({ target, message }) => {
    const attempt = () => rake(ones(4), [margin('a', [0, 0, 1, 1], target)])
    expect(attempt).toThrow(InfeasibleMarginError)
    expect(attempt).toThrow(message)
  })

  it('takes shares that were rounded', () => {
    const { margins } = rake(ones(3), [margin('a', [0, 1, 2], [0.333, 0.333, 0.333])])
    expect(margins[0]!.target[0]).toBeCloseTo(1 / 3, 12)
  })

  it('refuses a cross that contradicts one of its variables', () => {
    const cells = range(8).map((i) => i % 4)
    const attempt = () =>
      rake(ones(8), [
        margin(
          'gender',
          cells.map((cell) => cell % 2),
          [0.5, 0.5],
        ),
        margin('age × gender', cells, [0.3, 0.2, 0.3, 0.2]),
      ])
    expect(attempt).toThrow(
      /age × gender makes “gender 0” 60 % of everyone, but gender asks for 50 %/,
    )
  })

  it('refuses base weights that are not positive', () => {
    expect(() => rake(Float64Array.of(1, 0), [])).toThrow(/Base weight 1 is 0/)
  })
})

/** Whatever starts weights out can be raked: units as groups of their own give the same answer. */
it('gives the same weights whether alike people are taken together or one by one', () => {
  fc.assert(
    fc.property(crossed, fc.boolean(), (margins, isTrimmed) => {
      const n = margins[0]!.categoryOf.length
      const options = isTrimmed ? { trim: { lower: 0.2, upper: 4 } } : {}
      const together = rake(ones(n), margins, options)
      // A hair's breadth of difference takes the other path.
      const apart = rake(
        ones(n).map((one, i) => (i === 0 ? one + 1e-12 : one)),
        margins,
        options,
      )
      together.weights.forEach((weight, i) => expect(apart.weights[i]).toBeCloseTo(weight, 6))
    }),
  )
})

it('loses nothing to equal weights and half to weights on half the people', () => {
  expect(effectiveSampleSize(ones(40))).toBeCloseTo(40)
  expect(designEffect(Float64Array.of(2, 2, 0, 0))).toBeCloseTo(2)
  expect(weightedShares(Float64Array.of(1, 3), margin('a', [0, 1], [0.5, 0.5]))).toEqual(
    Float64Array.of(0.25, 0.75),
  )
})
