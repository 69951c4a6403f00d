import { expect, it } from 'vitest'
import { uniform } from '../random.ts'
import { histogramOf, readInterval } from './histogram.ts'

it('puts every number into exactly the interval that it names', () => {
  for (let draw = 0; draw < 200; draw++) {
    const scale = 10 ** Math.floor(uniform('scale', draw) * 7 - 3)
    const values = Float64Array.from(
      { length: 40 },
      (_, i) => Math.round(uniform('value', draw, i) * 50 - 10) * scale,
    )
    const rows = values.length
    const design = {
      unit: Int32Array.from({ length: rows }, (_, i) => i),
      stratum: new Int32Array(rows),
      weight: new Float64Array(rows).fill(1),
    }
    const bins = histogramOf(design, values, new Uint8Array(rows).fill(1))
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(rows)
    for (const { value, n, share } of bins) {
      const { from, to, isClosed } = readInterval(value)!
      const inside = values.filter((one) => one >= from && (one < to || (isClosed && one === to)))
      expect([value, inside.length]).toEqual([value, n])
      expect(share).toBeCloseTo(n / rows, 12)
    }
  }
})

it.each([
  [
    [12, 86, 34.5],
    [10, 20, 30, 40, 50, 60, 70, 80, 90],
  ],
  [
    [0.11, 0.34],
    [0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.32, 0.34],
  ],
  [
    [-7, 4],
    [-7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4],
  ],
  [
    [34, 34],
    [34, 35],
  ],
])('divides %j at round numbers', (numbers, edges) => {
  const rows = numbers.length
  const design = {
    unit: Int32Array.from({ length: rows }, (_, i) => i),
    stratum: new Int32Array(rows),
    weight: new Float64Array(rows).fill(1),
  }
  const bins = histogramOf(design, Float64Array.from(numbers), new Uint8Array(rows).fill(1))
  expect([...bins.map(({ from }) => from), bins.at(-1)!.to]).toEqual(edges)
})

it.each(['12', 'yes', '[1, 2', '[a, b)', '[1; 2)', '[-1e999, 2)'])(
  'reads no interval in %s',
  (text) => expect(readInterval(text)).toBeUndefined(),
)
