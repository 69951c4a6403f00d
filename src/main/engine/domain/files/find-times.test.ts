import { expect, it } from 'vitest'
import { toIso, toMs } from '../personas/calendar.ts'
import { findTimes, type TimeOptions } from './find-times.ts'
import { isWithinLife, resolveTime, type TimeBase } from './resolve-time.ts'

const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number)
  return toMs({ year: year!, month: month!, day: date! })
}
const base: TimeBase = { birthMs: day('1984-05-03'), nowMs: day('2026-11-27') }
const previous = { ms: day('1998-09-10'), precision: 'day' as const, notes: [] }

/** Days that the times of a text stand for; `?` where they count from nothing. */
function daysOf(text: string, options: TimeOptions = {}, more: Partial<TimeBase> = {}): string[] {
  return findTimes(text, options).map((mention) => {
    const time = resolveTime(mention, { ...base, ...more })
    return time ? toIso(time.ms).slice(0, 10) : '?'
  })
}

it.each([
  ['On 1998-03-12 we moved.', '1998-03-12'],
  ['On 12 March 1998 we moved.', '1998-03-12'],
  ['On the 12th of March, 1998 we moved.', '1998-03-12'],
  ['On March 12th, 1998 we moved.', '1998-03-12'],
  ['Am 12. März 1998 zogen wir um.', '1998-03-12'],
  ['Le 1er mai 1998, nous avons déménagé.', '1998-05-01'],
  ['El 3 de mayo de 1998 nos mudamos.', '1998-05-03'],
  ['12.03.1998', '1998-03-12'],
  ['25/12/1998', '1998-12-25'],
  ['12/25/1998', '1998-12-25'],
  ['On Christmas Eve 1998 it snowed.', '1998-12-24'],
  ['In March 1998 we moved.', '1998-03-15'],
  ['On 31 February 1998 we moved.', '1998-02-15'],
  ['03/1998', '1998-03-15'],
  ['In the spring of 1998 we moved.', '1998-04-15'],
  ['Winter 1998', '1998-01-15'],
  ['In 1998 we moved.', '1998-07-01'],
  ['In the late nineties we moved.', '1998-07-01'],
  ['In the 1990s we moved.', '1995-07-01'],
  ["In the '90s we moved.", '1995-07-01'],
  ['When I was seven we moved.', '1991-11-01'],
  ['At the age of twenty-one I moved.', '2005-11-01'],
  ['At 19, I moved.', '2003-11-01'],
  ['I was 12 years old and already tall.', '1996-11-01'],
  ['It was my seventh birthday.', '1991-05-03'],
  ['It was my 30th birthday.', '2014-05-03'],
  ['Three years ago I moved.', '2023-11-27'],
  ['As a child I had a dog.', '1992-11-01'],
])('finds when in “%s”', (text, expected) => {
  expect(daysOf(text)).toEqual([expected])
})

it.each([
  ['Two years later we moved.', '2000-09-09'],
  ['A week later we moved.', '1998-09-17'],
  ['The next day we moved.', '1998-09-11'],
  ['The following spring we moved.', '1999-04-15'],
  ['The following winter we moved.', '1999-01-15'],
  ['The year before, we had moved.', '?'],
  ['A year earlier we had moved.', '1997-09-09'],
  ['Later that day we moved.', '1998-09-10'],
  ['On 3 December we moved.', '1998-12-03'],
  ['In October we moved.', '1998-10-15'],
  ['At Christmas we moved.', '1998-12-25'],
])('counts “%s” from what was told before', (text, expected) => {
  const found = daysOf(text, {}, { previous })
  expect(found[0] ?? '?').toBe(expected)
  expect(daysOf(text)[0] ?? '?').toBe('?')
})

it.each([
  'It cost 1998 euros.',
  'We were 2000 people.',
  'I may march on.',
  'Call 0398 1998 12.',
  'It has 1,998 pages and weighs 12.1998 kg.',
  'Ana was twelve when we met.',
  'When she was seven she moved.',
])('finds no day of this life in “%s”', (text) => {
  const found = findTimes(text).flatMap((mention) => resolveTime(mention, base) ?? [])
  expect(found.filter(({ precision }) => precision !== 'year')).toEqual([])
  expect(findTimes(text).some(({ kind }) => kind === 'age')).toBe(false)
})

it('takes the age of another for nobody’s, and that of the persona by name', () => {
  expect(daysOf('When Maya was seven she moved.', { name: 'Maya' })).toEqual(['1991-11-01'])
  expect(daysOf('When Karim was seven he moved.', { name: 'Maya' })).toEqual([])
  expect(daysOf('When she was seven she moved.', { thirdPerson: true })).toEqual(['1991-11-01'])
})

it('says when day and month could be the other way round, unless the file tells', () => {
  const notes = (options: TimeOptions) =>
    findTimes('03/04/2015', options).flatMap((mention) => resolveTime(mention, base)!.notes)
  expect(notes({})).toEqual(['Read as 3 April: day and month may be the other way round.'])
  expect(notes({ dayFirst: true })).toEqual([])
  expect(daysOf('03/04/2015', { dayFirst: false })).toEqual(['2015-03-04'])
})

it('knows what lies outside of a life, and what overlaps it', () => {
  const within = (text: string) =>
    findTimes(text).map((mention) => isWithinLife(resolveTime(mention, base)!, base))
  expect(within('1921, 1984, 3 May 1984, 2 May 1984, 2026, 28 November 2026, 2031')).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
    false,
  ])
})
