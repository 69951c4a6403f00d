import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import fixtures from '../../../../../test/fixtures/similarity-rating/fixtures.json' with { type: 'json' }
import { cosine } from '../vectors/nearest.ts'
import { similarityShares, withoutRounding } from './similarity-rating.ts'

it('follows the published formula', () => {
  // (1 + cos) / 2 = .6 .7 .9; less the least: 0 .1 .3; by their sum .4.
  const [low, middle, high] = similarityShares([[0.2, 0.4, 0.8]])!
  expect(low).toBeCloseTo(0, 12)
  expect(middle).toBeCloseTo(0.25, 12)
  expect(high).toBeCloseTo(0.75, 12)
})

it.each(fixtures)('equals what was worked out apart, to 1e-9, on given vectors (%#)', (one) => {
  const answer = Float32Array.from(one.answer)
  const cosines = one.sets.map((set) => set.map((each) => cosine(answer, Float32Array.from(each))))
  const { epsilon, temperature } = one
  const shares = similarityShares(cosines, { epsilon, temperature })
  if (one.shares === null) {
    expect(shares).toBeNull()
    return
  }
  const gaps = one.shares.map((share, i) => Math.abs(share - shares![i]!))
  expect(Math.max(...gaps)).toBeLessThan(1e-9)
})

it('averages over sets first and applies the temperature then', () => {
  const sets = [
    [0, 0.5, 1],
    [1, 0.5, 0],
  ]
  // Each set gives 0 1/3 2/3 or its mirror image: a third each.
  for (const share of similarityShares(sets)!) expect(share).toBeCloseTo(1 / 3, 12)
  const sharp = similarityShares([[0, 0.5, 1]], { temperature: 0.5 })!
  expect(sharp[2]).toBeCloseTo(4 / 5, 12)
})

it('says nothing where every answer is as near, and leaves out a set that does', () => {
  expect(similarityShares([[0.3, 0.3, 0.3]])).toBeNull()
  expect(similarityShares([[0.3, 0.3, 0.3 + 9e-10]])).toBeNull()
  expect(similarityShares([[0.3, 0.3, 0.3 + 1.1e-9]])).not.toBeNull()
  expect(similarityShares([])).toBeNull()
  expect(
    similarityShares([
      [0.3, 0.3, 0.3],
      [0.2, 0.4, 0.8],
    ])![2],
  ).toBeCloseTo(0.75, 12)
})

it('takes what vectors of single precision differ by in rounding for nothing', () => {
  // Statements at right angles but for a part that they share, an answer that has only that part.
  const answer = Float32Array.of(1, 0, 0, 0, 0)
  const statements = [
    [0.5, 0.1, 0.7, 0, 0],
    [0.5, 0.3, 0, Math.sqrt(0.41), 0],
    [0.5, 0, 0.3, 0, Math.sqrt(0.41)],
  ]
  const cosines = statements.map((one) => {
    const length = Math.hypot(...one)
    return cosine(
      answer,
      Float32Array.from(one, (value) => value / length),
    )
  })
  expect(similarityShares([cosines])).not.toBeNull()
  expect(similarityShares([withoutRounding(cosines)])).toBeNull()
  expect(withoutRounding([0.3, 0.3 + 1e-6])).toEqual([0.3, 0.3 + 1e-6])
  expect(withoutRounding([])).toEqual([])
})

it('does not drive two answers to 0 and 1', () => {
  const [yes, no] = similarityShares([[0.6, 0.5]])!
  expect(yes! + no!).toBeCloseTo(1, 12)
  // softmax(c / 0.05) with c = .8 and .75: 1 / (1 + e⁻¹).
  expect(yes).toBeCloseTo(1 / (1 + Math.exp(-1)), 12)
})

describe('whatever the cosines', () => {
  const cosines = fc.double({ min: -1, max: 1, noNaN: true })
  const setsOf = (points: number) =>
    fc.array(fc.array(cosines, { minLength: points, maxLength: points }), {
      minLength: 1,
      maxLength: 20,
    })
  const anySets = fc.integer({ min: 2, max: 11 }).chain(setsOf)
  const epsilon = fc.double({ min: 0, max: 2, noNaN: true })
  const temperature = fc.oneof(
    fc.constantFrom(0, 1e-300, 1e-6, 1e6, Infinity),
    fc.double({ min: 0, max: 100, noNaN: true }),
  )

  it('gives shares that sum to 1, or none where no set tells the answers apart', () => {
    fc.assert(
      fc.property(anySets, epsilon, temperature, (sets, e, t) => {
        const shares = similarityShares(sets, { epsilon: e, temperature: t })
        const isTold = sets.some((set) => Math.max(...set) - Math.min(...set) >= 1e-9)
        expect(shares !== null).toBe(isTold)
        for (const share of shares ?? []) expect(share >= 0 && share <= 1 + 1e-12).toBe(true)
        if (shares) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('gives the least similar of one set nothing, and only ε where there is one', () => {
    // In thousandths: two cosines a rounding apart are a tie once they are halved.
    const thousandths = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000)
    const one = fc
      .array(thousandths, { minLength: 3, maxLength: 11 })
      .filter((set) => Math.max(...set) > Math.min(...set))
    fc.assert(
      fc.property(one, epsilon, (set, e) => {
        const least = set.indexOf(Math.min(...set))
        expect(similarityShares([set])![least]).toBe(0)
        const excess = set.reduce((sum, cos) => sum + (cos - set[least]!) / 2, 0)
        expect(similarityShares([set], { epsilon: e })![least]).toBeCloseTo(e / (excess + e), 9)
      }),
    )
  })

  it('treats ties alike and does not mind the order of sets', () => {
    fc.assert(
      fc.property(setsOf(4), (sets) => {
        const tied = sets.map(([a, b, c]) => [a!, b!, c!, b!])
        const shares = similarityShares(tied)
        if (!shares) return
        expect(shares[1]).toBeCloseTo(shares[3]!, 12)
        const turned = similarityShares(tied.toReversed())!
        for (const [i, share] of shares.entries()) expect(turned[i]).toBeCloseTo(share, 9)
      }),
    )
  })

  it('keeps the order of the shares at any temperature, all alike as it grows without end', () => {
    fc.assert(
      fc.property(setsOf(5), temperature, (sets, t) => {
        const plain = similarityShares(sets)
        if (!plain) return
        const shares = similarityShares(sets, { temperature: t })!
        for (const i of plain.keys())
          for (const j of plain.keys())
            if (plain[i]! > plain[j]!) expect(shares[i]).toBeGreaterThanOrEqual(shares[j]!)
        const flat = similarityShares(sets, { temperature: 1e300 })!
        const most = Math.max(...flat)
        for (const share of flat) expect(share === 0 || most - share < 1e-9).toBe(true)
      }),
    )
  })
})
