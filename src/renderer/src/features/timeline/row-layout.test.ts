import { describe, expect, it } from 'vitest'
import { gapOf, layoutRows, rowAt, rowNear, silenceBefore } from './row-layout.ts'

const days = (...list: string[]) => Float64Array.from(list, (day) => Date.parse(day))

it('lays rows one below the other, closed up where time passes as it usually does', () => {
  const layout = layoutRows(days('2000-01-01', '2000-01-02', '2000-01-02', '2000-01-03'), 'lines')
  expect([...layout.tops]).toEqual([0, 28, 56, 84, 112])
})

it('opens a gap where time runs long, longer for more of it, and never more than half a row and its words', () => {
  const layout = layoutRows(
    days(
      '2000-01-01',
      '2000-01-02',
      '2000-01-03',
      '2000-01-04',
      '2000-01-05',
      '2000-01-15',
      '2000-04-13',
      '2040-01-01',
    ),
    'lines',
  )
  const gaps = [3, 4, 5, 6, 7].map((row) => gapOf(layout, row))
  expect(gaps.slice(0, 2)).toEqual([0, 0])
  expect(gaps[2]).toBeGreaterThan(0)
  expect(gaps[3]).toBeGreaterThan(gaps[2]!)
  expect(gaps[4]).toBe(14 + 16)
})

it('names a silence that is long for this life, not every year of a sparse one', () => {
  const crowded = layoutRows(days('2000-01-01', '2000-01-02', '2000-01-03', '2004-01-03'), 'read')
  expect(silenceBefore(crowded, 3)).toBe(Date.parse('2004-01-03') - Date.parse('2000-01-03'))
  const sparse = layoutRows(days('2000-01-01', '2002-01-01', '2004-01-01', '2006-06-01'), 'read')
  expect([0, 1, 2, 3].map((row) => silenceBefore(sparse, row))).toEqual([0, 0, 0, 0])
})

it('has no rows without falling over', () => {
  const layout = layoutRows(new Float64Array(), 'read')
  expect({ tops: [...layout.tops], at: rowAt(layout, 50) }).toEqual({ tops: [0], at: 0 })
})

describe('where rows are', () => {
  const layout = layoutRows(days('2000-01-01', '2000-01-02', '2000-01-03'), 'lines')
  it.each([
    { y: -5, row: 0 },
    { y: 0, row: 0 },
    { y: 27, row: 0 },
    { y: 28, row: 1 },
    { y: 83, row: 2 },
    { y: 900, row: 2 },
  ])('row $row covers $y px', ({ y, row }) => expect(rowAt(layout, y)).toBe(row))

  it.each([
    { at: '1990-01-01', row: 0 },
    { at: '2000-01-01T11:00:00Z', row: 0 },
    { at: '2000-01-01T13:00:00Z', row: 1 },
    { at: '2030-01-01', row: 2 },
  ])('row $row is nearest to $at', ({ at, row }) =>
    expect(rowNear(layout, Date.parse(at))).toBe(row),
  )
})

it('finds every row of ten thousand at its own upper and lower edge', () => {
  const times = Float64Array.from(
    { length: 10_000 },
    (_, i) => i * 3.6e6 * (1 + (i % 7)) ** 3,
  ).sort()
  const layout = layoutRows(times, 'read')
  const wrong = [...times.keys()].filter(
    (row) =>
      rowAt(layout, layout.tops[row]!) !== row || rowAt(layout, layout.tops[row + 1]! - 1) !== row,
  )
  expect(wrong).toEqual([])
})
