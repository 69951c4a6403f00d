import { expect, it } from 'vitest'
import { dayOf, msOfDay } from '../text/times/days.ts'
import { isWithin, questionTime, timeWindow } from './time-window.ts'

const NOW = Date.parse('2023-05-08T12:00:00.000Z')
const iso = (day: number) =>
  Number.isFinite(day) ? new Date(msOfDay(day)).toISOString().slice(0, 10) : day

it.each([
  ['What happened in 2019?', '2019-01-01', '2019-12-31', true],
  ['the summer of 2019', '2019-06-01', '2019-08-31', false],
  ['in May 2019', '2019-05-01', '2019-05-31', false],
  ['on 7 May 2023', '2023-05-07', '2023-05-07', false],
  ['on May 7th, 2023', '2023-05-07', '2023-05-07', false],
  ['between 2001 and 2004', '2001-01-01', '2004-12-31', true],
  ['from 2004 to 2001', '2001-01-01', '2004-12-31', true],
  ['your job 2001–2004', '2001-01-01', '2004-12-31', true],
  ['between May 2020 and June 2021', '2020-05-01', '2021-06-30', true],
  ['the 1990s', '1990-01-01', '1999-12-31', true],
  ['the 90s', '1990-01-01', '1999-12-31', true],
  ['in the nineties', '1990-01-01', '1999-12-31', true],
  ['since 2010', '2010-01-01', Infinity, true],
  ['after 2010', '2011-01-01', Infinity, true],
  ['before 2010', -Infinity, '2009-12-31', true],
  ['until 2010', -Infinity, '2010-12-31', true],
  ['last spring', '2022-03-01', '2022-05-31', false],
  ['two years ago', '2021-01-01', '2021-12-31', false],
  ['the week before Easter 2023', '2023-03-31', '2023-04-06', false],
])('reads %s as %s to %s', (question, from, to, narrows) => {
  const window = timeWindow(question, NOW)!
  expect([iso(window.from), iso(window.to), window.narrows]).toEqual([from, to, narrows])
})

it.each(['a budget of 2500 euros', 'room 2019', 'would you pay 1999?', 'I may march on', ''])(
  'reads no time into "%s"',
  (question) => expect(timeWindow(question, NOW)).toBeNull(),
)

it('takes a month without a year for that month of any year', () => {
  const window = timeWindow('What did you do in May?', NOW)!
  const days = ['2019-05-01', '2023-05-31', '2023-06-01'].map((day) => `${day}T00:00:00.000Z`)
  expect(days.map((day) => isWithin(window, day))).toEqual([true, true, false])
})

it('never narrows a question that asks when', () => {
  expect(timeWindow('When did you move in 2019?', NOW)!.narrows).toBe(false)
  expect(timeWindow('How long did you live there before 2019?', NOW)!.narrows).toBe(false)
})

it('keeps what is asked apart from the time it is asked of', () => {
  expect(questionTime('What did Ada paint in July 2022, and why?', NOW).rest.trim()).toBe(
    'What did Ada paint in  , and why?',
  )
})

it('takes a window with both its ends', () => {
  const window = timeWindow('between 2001 and 2002', NOW)!
  const days = [
    '2000-12-31T23:59:59.999Z',
    '2001-01-01T00:00:00.000Z',
    '2002-12-31T23:59:59.999Z',
    '2003-01-01T00:00:00.000Z',
  ]
  expect(days.map((day) => isWithin(window, day))).toEqual([false, true, true, false])
  expect(window.from).toBe(dayOf(2001, 0, 1))
})
