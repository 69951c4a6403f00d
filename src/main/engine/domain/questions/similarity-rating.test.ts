import { expect, it } from 'vitest'
import { similarityShares } from './similarity-rating.ts'

it('follows the published formula', () => {
  // (1 + cos) / 2 = .6 .7 .9; less the least: 0 .1 .3; by their sum .4.
  const [low, middle, high] = similarityShares([[0.2, 0.4, 0.8]])!
  expect(low).toBeCloseTo(0, 12)
  expect(middle).toBeCloseTo(0.25, 12)
  expect(high).toBeCloseTo(0.75, 12)
})

it('gives the least similar answer what epsilon says', () => {
  const shares = similarityShares([[0.2, 0.4, 0.8]], { epsilon: 0.1 })!
  expect(shares[0]).toBeCloseTo(0.1 / 0.5, 12)
  expect(shares[2]).toBeCloseTo(0.3 / 0.5, 12)
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
  expect(similarityShares([])).toBeNull()
  expect(
    similarityShares([
      [0.3, 0.3, 0.3],
      [0.2, 0.4, 0.8],
    ])![2],
  ).toBeCloseTo(0.75, 12)
})

it('does not drive two answers to 0 and 1', () => {
  const [yes, no] = similarityShares([[0.6, 0.5]])!
  expect(yes! + no!).toBeCloseTo(1, 12)
  expect(yes).toBeGreaterThan(0.6)
  expect(yes).toBeLessThan(0.9)
})
