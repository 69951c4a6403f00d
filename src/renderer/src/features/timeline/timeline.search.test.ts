import { expect, it } from 'vitest'
import { hasFilter, TimelineSearch, toFilter, toggled } from './timeline.search.ts'

it('reads what an address may say, and takes the unreadable for absent', () => {
  expect(
    TimelineSearch.parse({
      types: 'pride,shame',
      from: '1990-01-01',
      to: 'yesterday',
      asOf: '2014-02-31',
      replaced: true,
      revised: 'maybe',
      zoom: 'decades',
      unknown: 1,
    }),
  ).toEqual({ types: 'pride,shame', from: '1990-01-01', replaced: true })
})

it('means days from their first to their last instant', () => {
  const { from, to, asOf } = toFilter({ from: '1990-01-01', to: '1999-12-31', asOf: '2014-05-03' })
  expect([from, to, asOf].map((at) => new Date(at).toISOString())).toEqual([
    '1990-01-01T00:00:00.000Z',
    '1999-12-31T23:59:59.999Z',
    '2014-05-03T23:59:59.999Z',
  ])
})

it('keeps the known words of a list, and asks nothing where there are none', () => {
  expect(toFilter({ types: 'pride,joy' }).types).toEqual(new Set(['pride']))
  expect(toFilter({ types: 'joy' }).types).toBeNull()
  expect(toFilter({}).vividness).toBeNull()
})

it.each([
  { list: undefined, value: 'pride', next: 'pride' },
  { list: 'pride', value: 'shame', next: 'pride,shame' },
  { list: 'pride,shame', value: 'pride', next: 'shame' },
  { list: 'pride', value: 'pride', next: undefined },
])('makes $next of $list by switching $value', ({ list, value, next }) => {
  expect(toggled(list, value)).toBe(next)
})

it('tells a filter from a way of looking', () => {
  expect(hasFilter({ zoom: 'lines', asOf: '2014-05-03', entry: 'x', replaced: true })).toBe(false)
  expect(hasFilter({ q: 'lake' })).toBe(true)
})
