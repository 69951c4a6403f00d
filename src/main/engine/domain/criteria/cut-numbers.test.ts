import { describe, expect, it } from 'vitest'
import { uniform } from '../random.ts'
import { bandOf } from './bands.ts'
import { cutNumbers, FEW_VALUES } from './cut-numbers.ts'

const upTo = (n: number) => Float64Array.from({ length: n }, (_, i) => i + 1)
const repeated = (...groups: [value: number, times: number][]) =>
  Float64Array.from(groups.flatMap(([value, times]) => Array<number>(times).fill(value)))

/** The bands, and how many of the numbers are in each. */
function cut(values: Float64Array, fewest?: number) {
  const bands = cutNumbers(values, { parts: 4, ...(fewest !== undefined && { fewest }) })!
  const counts = Object.fromEntries(bands.labels.map((label) => [label, 0]))
  for (const value of values) counts[bandOf(value, bands.bounds, bands.labels)]! += 1
  return counts
}

describe('a number that is cut into bands', () => {
  it('is left as it is where few values differ', () => {
    expect(cutNumbers(upTo(FEW_VALUES), { parts: 4 })).toBeNull()
    expect(cutNumbers(new Float64Array(), { parts: 4 })).toBeNull()
    expect(cutNumbers(upTo(FEW_VALUES + 1), { parts: 4 })).not.toBeNull()
  })

  it('is cut at round numbers near its quartiles', () => {
    const incomes = Float64Array.from({ length: 200 }, (_, i) => 12_037 + i * 317)
    expect(cut(incomes)).toEqual({
      'under 30,000': 57,
      '30,000–44,999': 47,
      '45,000–59,999': 48,
      '60,000+': 48,
    })
  })

  it('keeps years apart, and writes them without a comma', () => {
    expect(cut(Float64Array.from({ length: 80 }, (_, i) => 1940 + i))).toEqual({
      'under 1960': 20,
      '1960–1979': 20,
      '1980–1999': 20,
      '2000+': 20,
    })
  })

  it('keeps equal numbers together, under their own value', () => {
    expect(cut(repeated([0, 60], ...[...upTo(40)].map((v) => [v, 1] as [number, number])))).toEqual(
      {
        '0': 60,
        '1–14': 14,
        '15–27': 13,
        '28+': 13,
      },
    )
    expect(cut(repeated([0, 95], [1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1], [8, 1])))
      // Eight are too few for a band of their own among 103; two groups are better than one.
      .toEqual({ '0': 95, '1+': 8 })
    expect(
      cut(repeated([40, 70], ...[...upTo(30)].map((v) => [v, 1] as [number, number]))),
    ).toEqual({
      'under 40': 30,
      '40': 70,
    })
  })

  it('takes numbers below zero, and fractions', () => {
    expect(cut(Float64Array.from({ length: 40 }, (_, i) => i - 20))).toEqual({
      'under -10': 10,
      '-10 to -1': 10,
      '0–9': 10,
      '10+': 10,
    })
    expect(cut(Float64Array.from({ length: 40 }, (_, i) => (i + 1) / 100))).toEqual({
      'under 0.1': 9,
      '0.1 to under 0.2': 10,
      '0.2 to under 0.3': 10,
      '0.3+': 11,
    })
    // Whole bounds, but not whole numbers: 17.5 is not in "10–17".
    expect(Object.keys(cut(Float64Array.from({ length: 40 }, (_, i) => i + 0.5)))).toEqual([
      'under 10',
      '10 to under 20',
      '20 to under 30',
      '30+',
    ])
  })

  it('has fewer bands where there are few people', () => {
    expect(Object.values(cut(upTo(16), 5))).toEqual([5, 5, 6])
    expect(Object.values(cut(upTo(12), 5))).toEqual([5, 7])
    expect(Object.values(cut(upTo(9), 5)).length).toBe(2)
  })

  it('comes out the same in any order', () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => Math.round(900 * uniform('x', i)))
    expect(cutNumbers(values.toReversed(), { parts: 4 })).toEqual(cutNumbers(values, { parts: 4 }))
  })
})

it('puts every number in one band, none of them empty, whatever the numbers', () => {
  for (let draw = 0; draw < 400; draw++) {
    const n = 9 + Math.floor(uniform('n', draw) * 200)
    const scale = 10 ** Math.floor(uniform('scale', draw) * 12 - 4)
    const steps = 1 + Math.floor(uniform('steps', draw) * 400)
    const values = Float64Array.from(
      { length: n },
      (_, i) => Math.round((uniform('v', draw, i) ** 3 - 0.2) * steps) * scale,
    )
    const bands = cutNumbers(values, { parts: 4, fewest: 5 })
    expect(bands === null).toBe(new Set(values.map((v) => v + 0)).size <= FEW_VALUES)
    if (!bands) continue
    const { bounds, labels } = bands
    expect(bounds).toEqual([...new Set(bounds)].toSorted((a, b) => a - b))
    expect(new Set(labels).size).toBe(bounds.length + 1)
    const counts = labels.map(
      (label) => values.filter((v) => bandOf(v, bounds, labels) === label).length,
    )
    expect(Math.min(...counts)).toBeGreaterThan(0)
    // Two groups may be smaller: the cut that is left when none is fair.
    if (labels.length > 2) expect(Math.min(...counts)).toBeGreaterThanOrEqual(Math.max(5, n / 8))
  }
})
