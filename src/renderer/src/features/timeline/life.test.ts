import { describe, expect, it } from 'vitest'
import { aLife } from '../../../../../test/helpers/a-life.ts'
import { earlierVersions, existsAt, headOf, isReplacedAt, lowerBound } from './life.ts'

it('puts memories in the order of their events, and of one day in that of their writing', () => {
  const { order, start, end } = aLife(
    { at: '2010-01-01' },
    { at: '1990-01-01' },
    { at: '2010-01-01' },
  )
  expect({ order: [...order], start, end }).toEqual({
    order: [1, 0, 2],
    start: Date.parse('1990-01-01'),
    end: Date.parse('2010-01-01'),
  })
})

it('has no memories without falling over', () => {
  expect(aLife()).toMatchObject({ start: 0, end: 0 })
})

describe('as of a day', () => {
  const life = aLife(
    { at: '2000-01-01' },
    { at: '2000-01-01', knownAt: '2005-01-01' },
    { at: '2000-01-01', knownAt: '2010-01-01', replaces: 0 },
  )
  it.each([
    { asOf: '1999-12-31', exists: [false, false, false], replaced: false },
    { asOf: '2004-12-31', exists: [true, false, false], replaced: false },
    { asOf: '2009-12-31', exists: [true, true, false], replaced: false },
    { asOf: '2010-01-01', exists: [true, true, true], replaced: true },
  ])('$asOf only what has happened and is known exists', ({ asOf, exists, replaced }) => {
    const at = Date.parse(asOf)
    expect([0, 1, 2].map((index) => existsAt(life, index, at))).toEqual(exists)
    expect(isReplacedAt(life, 0, at)).toBe(replaced)
  })
})

it('follows a chain back to its first version and forward to the one that stands', () => {
  const at = '2000-01-01'
  const life = aLife({ at }, { at, replaces: 0 }, { at }, { at, replaces: 1 })
  expect(earlierVersions(life, 3)).toEqual([1, 0])
  expect([0, 1, 2, 3].map((index) => headOf(life, index))).toEqual([3, 3, 2, 3])
})

it('ends a chain that has become a circle', () => {
  const at = '2000-01-01'
  const life = aLife({ at, replaces: 1 }, { at, replaces: 0 })
  expect(earlierVersions(life, 0)).toEqual([1])
  expect([0, 1]).toContain(headOf(life, 0))
})

it.each([
  { wanted: 0, found: 0 },
  { wanted: 1, found: 0 },
  { wanted: 2, found: 1 },
  { wanted: 3, found: 1 },
  { wanted: 4, found: 3 },
])('finds $wanted at place $found of 1, 3, 3', ({ wanted, found }) => {
  expect(lowerBound([1, 3, 3], wanted)).toBe(found)
})
