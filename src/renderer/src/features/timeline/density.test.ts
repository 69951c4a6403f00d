import { describe, expect, it } from 'vitest'
import { aLife } from '../../../../../test/helpers/a-life.ts'
import { chooseYears, densityOf, periodAt, periodsOf, shownIn } from './density.ts'
import { memoryTypes } from './life.ts'

const span = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) })
const dates = (edges: Float64Array) =>
  [...edges].map((at) => new Date(at).toISOString().slice(0, 10))

describe('periods', () => {
  it.each([
    { start: '2000-01-03', end: '2000-01-05', unit: 'day', step: 1 },
    { start: '2000-01-03', end: '2001-03-05', unit: 'day', step: 7 },
    { start: '1998-02-03', end: '2002-03-05', unit: 'month', step: 1 },
    { start: '1990-02-03', end: '2005-03-05', unit: 'month', step: 3 },
    { start: '1978-02-03', end: '2026-03-05', unit: 'year', step: 1 },
    { start: '1700-02-03', end: '2026-03-05', unit: 'year', step: 5 },
  ])('of $start to $end are as fine as 70 allow: $step $unit', ({ start, end, unit, step }) => {
    const { edges, unit: chosen } = periodsOf(span(start, end), 70)
    expect(chosen).toEqual({ name: unit, step })
    expect(edges.length - 1).toBeLessThanOrEqual(70)
    expect(edges[0]).toBeLessThanOrEqual(Date.parse(start))
    expect(edges.at(-1)).toBeGreaterThan(Date.parse(end))
  })

  it('follow the calendar', () => {
    expect(dates(periodsOf(span('2000-02-10', '2000-11-10'), 6).edges)).toEqual([
      '2000-01-01',
      '2000-04-01',
      '2000-07-01',
      '2000-10-01',
      '2001-01-01',
    ])
    expect(dates(periodsOf(span('1996-02-10', '2006-11-10'), 5).edges)).toEqual([
      '1995-01-01',
      '2000-01-01',
      '2005-01-01',
      '2010-01-01',
    ])
  })

  it('hold their first instant and not the next one’s', () => {
    const periods = periodsOf(span('2000-06-01', '2003-06-01'), 6)
    const at = (time: string) => periodAt(periods, Date.parse(time))
    expect([at('2001-01-01'), at('2000-12-31T23:59:59.999Z')]).toEqual([1, 0])
    expect([periodAt(periods, -Infinity), periodAt(periods, Infinity)]).toEqual([0, 3])
  })
})

it('counts what is shown by type, what is not, and what is yet to come', () => {
  const life = aLife(
    { at: '2000-05-01' },
    { at: '2000-12-31', type: 'pride' },
    { at: '2001-01-01', type: 'pride' },
    { at: '2001-07-01' },
    { at: '2003-01-01' },
  )
  const asOf = Date.parse('2002-01-01')
  const density = densityOf(life, periodsOf(life, 6), { shown: Int32Array.of(0, 1, 2), asOf })
  const [normal, pride] = [memoryTypes.indexOf('normal'), memoryTypes.indexOf('pride')]
  const shown = (period: number, type: number) => density.shown[period * memoryTypes.length + type]
  expect([shown(0, normal), shown(0, pride), shown(1, normal), shown(1, pride)]).toEqual([
    1, 1, 0, 1,
  ])
  expect([0, 1, 2, 3].map((period) => shownIn(density.shown, period))).toEqual([2, 1, 0, 0])
  expect([...density.rest]).toEqual([0, 1, 0, 0])
  expect([...density.later]).toEqual([0, 0, 0, 1])
  expect(density.peak).toBe(2)
})

it.each([
  { start: '1978-06-01', end: '1999-01-01', years: [1980, 1985, 1990, 1995] },
  { start: '2019-06-01', end: '2022-01-01', years: [2020, 2021, 2022] },
  { start: '2019-06-01', end: '2019-09-01', years: [] },
])('marks $years in $start to $end where there is room for five', ({ start, end, years }) => {
  expect(chooseYears(span(start, end), 5)).toEqual(years)
})
