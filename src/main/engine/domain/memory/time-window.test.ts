import { expect, it } from 'vitest'
import { isWithin, timeWindow } from './time-window.ts'

it.each([
  ['What happened in 2019?', [2019, 2019]],
  ['the summer of 2019', [2019, 2019]],
  ['in May 2019', [2019, 2019]],
  ['between 2001 and 2004', [2001, 2004]],
  ['from 2004 to 2001', [2001, 2004]],
  ['your job 2001–2004', [2001, 2004]],
  ['the 1990s', [1990, 1999]],
  ['the 90s', [1990, 1999]],
  ['in the nineties', [1990, 1999]],
  ['since 2010', [2010, Infinity]],
  ['after 2010', [2011, Infinity]],
  ['before 2010', [-Infinity, 2009]],
  ['until 2010', [-Infinity, 2010]],
])('reads %s as %j', (question, [fromYear, toYear]) => {
  expect(timeWindow(question)).toEqual({ fromYear, toYear })
})

it.each(['a budget of 2500 euros', 'room 2019', 'would you pay 1999?', 'the 3rd of May', ''])(
  'reads no time into "%s"',
  (question) => expect(timeWindow(question)).toBeNull(),
)

it('takes a window with both its ends', () => {
  const inside = (eventAt: string) => isWithin({ fromYear: 2001, toYear: 2002 }, eventAt)
  expect(
    ['2000-12-31T23:59:59.999Z', '2001-01-01T00:00:00.000Z', '2002-12-31T23:59:59.999Z'].map(
      inside,
    ),
  ).toEqual([false, true, true])
})
