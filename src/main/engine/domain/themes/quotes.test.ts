import { expect, it } from 'vitest'
import { dissentingQuotes, isNearCopy, representativeQuotes, type Quotable } from './quotes.ts'

const some = (count: number, of: (i: number) => Partial<Quotable>): Quotable[] =>
  Array.from({ length: count }, (_, i) => ({
    row: i,
    unit: i,
    cohort: 0,
    text: `alpha${i} beta${i} gamma${i}`,
    closeness: 1 - i / 100,
    sentiment: null,
    ...of(i),
  }))

it('quotes the nearest, of different personas', () => {
  expect(
    representativeQuotes(
      some(12, (i) => ({ unit: Math.floor(i / 2) })),
      3,
    ),
  ).toEqual([0, 2, 4])
})

it('prefers cohorts not quoted yet among the nearest third, and no farther', () => {
  expect(
    representativeQuotes(
      some(12, (i) => ({ cohort: i === 3 ? 1 : 0 })),
      2,
    ),
  ).toEqual([0, 3])
  expect(
    representativeQuotes(
      some(12, (i) => ({ cohort: i === 9 ? 1 : 0 })),
      2,
    ),
  ).toEqual([0, 1])
})

it('quotes no near-copy', () => {
  const texts = ['the price is too high', 'the price is too high for me', 'buses never come']
  expect(
    representativeQuotes(
      some(3, (i) => ({ text: texts[i]! })),
      3,
    ),
  ).toEqual([0, 2])
  expect(isNearCopy('Prices are high here', 'The price is high here')).toBe(true)
  expect(isNearCopy('Prices are high', 'Buses are late')).toBe(false)
})

it('lets those dissent who feel the opposite, the strongest first', () => {
  const answers = some(12, (i) => ({ sentiment: i === 5 ? -0.4 : i === 6 ? -0.8 : 0.5 }))
  expect(dissentingQuotes(answers, 0.4, { count: 3, taken: [0, 1] })).toEqual([
    { row: 6, why: 'opposite feeling' },
    { row: 5, why: 'opposite feeling' },
  ])
})

it('falls back on the farthest of the theme, never on those quoted already', () => {
  const answers = some(12, () => ({}))
  expect(dissentingQuotes(answers, null, { count: 2, taken: [11] })).toEqual([
    { row: 10, why: 'far from the rest' },
    { row: 9, why: 'far from the rest' },
  ])
  expect(
    dissentingQuotes(
      some(3, () => ({})),
      null,
      { count: 2, taken: [0] },
    ),
  ).toEqual([])
})
