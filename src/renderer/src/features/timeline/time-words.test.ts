import { expect, it } from 'vitest'
import { axisWord, endOfDay, toStretch } from './time-words.ts'

const year = 365.25 * 86_400_000

it('marks a year where it turns and a month where only that does', () => {
  const word = (day: string, before?: string) =>
    axisWord(Date.parse(day), before === undefined ? undefined : Date.parse(before))
  expect([
    word('1999-12-31'),
    word('2000-01-01', '1999-12-31'),
    word('2000-01-31', '2000-01-01'),
    word('2001-01-01', '2000-01-31'),
  ]).toEqual(['1999', '2000', null, '2001'])
  expect(word('2000-02-01', '2000-01-31')).toMatch(/^\D+$/)
})

it.each([
  { ms: year, words: '12 months' },
  { ms: 1.5 * year, words: '18 months' },
  { ms: 6.2 * year, words: '6 years' },
])('says $words', ({ ms, words }) => expect(toStretch(ms)).toBe(words))

it('ends a day with its last millisecond', () => {
  expect(new Date(endOfDay('2014-05-03')).toISOString()).toBe('2014-05-03T23:59:59.999Z')
})
