import { describe, expect, it } from 'vitest'
import { uniform } from '../random.ts'
import { iccInterval } from './icc-interval.ts'
import { krippendorffAlpha as alphaOf, type Level } from './krippendorff.ts'
import { toRepeated } from './repeated.ts'

const krippendorffAlpha = (units: readonly (readonly number[])[], level: Level) =>
  alphaOf(toRepeated(units), level)

const _ = Number.NaN
/** Krippendorff (2011), section C: four observers, twelve units, values missing. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
const units = observers[0]!.map((__, unit) =>
  observers.map((values) => values[unit]!).filter((value) => !Number.isNaN(value)),
)

describe('Krippendorff’s α', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('is as published on his own example, %s', (level, expected) => {
    expect(krippendorffAlpha(units, level).alpha).toBeCloseTo(expected, 3)
  })

  it('is 1 for full agreement, about 0 for dealt values, NaN where nothing varies', () => {
    const repeated = [1, 2, 3, 1].map((value) => [value, value])
    const dealt = Array.from({ length: 2_000 }, (__, i) =>
      [0, 1].map((j) => Math.floor(uniform('dealt', i, j) * 4)),
    )
    for (const level of ['nominal', 'ordinal', 'interval'] as const) {
      expect(krippendorffAlpha(repeated, level).alpha).toBe(1)
      expect(Math.abs(krippendorffAlpha(dealt, level).alpha)).toBeLessThan(0.08)
      expect(
        krippendorffAlpha(
          [
            [1, 1],
            [1, 1],
          ],
          level,
        ).alpha,
      ).toBeNaN()
    }
    expect(krippendorffAlpha([[1, 2]], 'nominal').alpha).toBeNaN()
  })

  it('of many ordinal values is that of their ranks', () => {
    const many = Array.from({ length: 300 }, (__, i) => [i, (i * 7) % 300])
    const few = many.map((unit) => unit.map((value) => value % 190))
    const alphas = [many, few].map((values) => krippendorffAlpha(values, 'ordinal').alpha)
    for (const alpha of alphas) expect(Math.abs(alpha)).toBeLessThan(0.2)
  })

  it.each(['nominal', 'ordinal'] as const)('has the standard error of a bootstrap, %s', (level) => {
    const people = Array.from({ length: 150 }, (__, i) => {
      const own = Math.floor(uniform('own', i) * 4)
      return [0, 1].map((j) =>
        uniform('keeps', i, j) < 0.7 ? own : Math.floor(uniform('other', i, j) * 4),
      )
    })
    const drawn = Array.from({ length: 400 }, (__, b) => {
      const sample = people.map((___, i) => people[Math.floor(uniform('draw', b, i) * 150)]!)
      return krippendorffAlpha(sample, level).alpha
    })
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    const bootstrap = Math.sqrt(
      drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1),
    )
    expect(krippendorffAlpha(people, level).standardError / bootstrap).toBeCloseTo(1, 0)
  })
})

describe('the interval of ICC(1,1)', () => {
  it('is that of R’s psych::ICC on the example of Shrout & Fleiss (1979)', () => {
    const found = iccInterval(
      toRepeated([
        [9, 2, 5, 8],
        [6, 1, 3, 2],
        [8, 4, 6, 8],
        [7, 1, 2, 6],
        [10, 5, 6, 9],
        [6, 2, 4, 7],
      ]),
    )
    expect(found.estimate).toBeCloseTo(0.1657418, 6)
    expect(found.lower).toBeCloseTo(-0.132932, 5)
    expect(found.upper).toBeCloseTo(0.72256, 5)
  })
})
