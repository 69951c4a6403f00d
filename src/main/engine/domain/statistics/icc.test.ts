import { describe, expect, it } from 'vitest'
import { icc11 } from './icc.ts'

// Shrout & Fleiss (1979), table 2: six targets, four judges; ICC(1,1) = .17.
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

describe('ICC(1,1)', () => {
  it('is .17 on the example of its authors', () => {
    expect(icc11(shroutFleiss)).toBeCloseTo(0.1657, 4)
  })
  it('is 1 where measurements repeat exactly and subjects differ', () => {
    expect(
      icc11([
        [1, 1],
        [2, 2],
        [5, 5],
      ]),
    ).toBe(1)
  })
  it('leaves out who was measured once', () => {
    expect(icc11([...shroutFleiss, [100], []])).toBeCloseTo(0.1657, 4)
  })
  it.each([
    ['nobody', []],
    ['one subject', [[1, 2]]],
    [
      'no variation',
      [
        [3, 3],
        [3, 3],
      ],
    ],
  ])('is not a number for %s', (_, subjects) => {
    expect(icc11(subjects)).toBeNaN()
  })
})
