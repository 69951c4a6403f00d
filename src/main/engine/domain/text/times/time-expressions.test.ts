import { expect, it } from 'vitest'
import { dayOf, dayOfIso, msOfDay } from './days.ts'
import { timeExpressions } from './time-expressions.ts'

/** A Monday. */
const SAID_ON = dayOf(2023, 4, 8)
const iso = (day: number) => new Date(msOfDay(day)).toISOString().slice(0, 10)
const spans = (text: string) =>
  timeExpressions(text, SAID_ON).map(({ span }) => `${iso(span.from)}/${iso(span.to)}`)

it.each([
  ['I went yesterday', '2023-05-07/2023-05-07'],
  ['the day before yesterday', '2023-05-06/2023-05-06'],
  ['today', '2023-05-08/2023-05-08'],
  ['last night', '2023-05-07/2023-05-07'],
  ['last Friday', '2023-05-05/2023-05-05'],
  ['on Monday', '2023-05-01/2023-05-01'],
  ['this Saturday', '2023-05-13/2023-05-13'],
  ['last weekend', '2023-05-06/2023-05-07'],
  ['last week', '2023-05-01/2023-05-07'],
  ['next month', '2023-06-01/2023-06-30'],
  ['last year', '2022-01-01/2022-12-31'],
  ['three days ago', '2023-05-05/2023-05-05'],
  ['a couple of weeks ago', '2023-04-21/2023-04-27'],
  ['5 years ago', '2018-01-01/2018-12-31'],
  ['last spring', '2022-03-01/2022-05-31'],
  ['in October', '2023-10-01/2023-10-31'],
  ['in January', '2023-01-01/2023-01-31'],
  ['on 7 May 2023', '2023-05-07/2023-05-07'],
  ['May 7th, 2023', '2023-05-07/2023-05-07'],
  ['2023-05-07', '2023-05-07/2023-05-07'],
  ['the thirteenth of May', '2023-05-13/2023-05-13'],
  ['the summer of 2022', '2022-06-01/2022-08-31'],
  ['winter 2021', '2021-12-01/2022-02-28'],
  ['in 2019', '2019-01-01/2019-12-31'],
  ['in the nineties', '1990-01-01/1999-12-31'],
  ['at Easter', '2023-04-07/2023-04-10'],
  ['Christmas 2022', '2022-12-24/2022-12-26'],
])('reads "%s", said on 8 May 2023, as %s', (text, span) => {
  expect(spans(text)).toEqual([span])
})

it.each(['I may march on', 'room 2019', 'a second chance', '10 pages back', '32 May 2020', ''])(
  'reads no time into "%s"',
  (text) => expect(spans(text).filter((span) => !span.startsWith('2020-05-01'))).toEqual([]),
)

it('reads several, in the order of the text', () => {
  expect(spans('In 2019 we met, yesterday we married')).toEqual([
    '2019-01-01/2019-12-31',
    '2023-05-07/2023-05-07',
  ])
})

it('counts days as the calendar does', () => {
  for (const date of ['1900-03-01', '1969-12-31', '2000-02-29', '2023-05-08', '2100-12-31']) {
    const day = dayOfIso(`${date}T00:00:00.000Z`)
    expect(iso(day)).toBe(date)
    expect(msOfDay(day)).toBe(Date.parse(`${date}T00:00:00.000Z`))
  }
})
