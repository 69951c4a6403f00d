import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longDate, toCivil, toIso, toMs } from './calendar.ts'

it('agrees with Date on every instant of four centuries', () => {
  const range = { min: Date.UTC(1800, 0, 1), max: Date.UTC(2200, 0, 1) }
  fc.assert(
    fc.property(fc.integer(range), (ms) => {
      const date = new Date(ms)
      expect(toIso(ms)).toBe(date.toISOString())
      const civil = toCivil(ms)
      expect(civil).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      })
      expect(toMs(civil)).toBe(Date.UTC(civil.year, civil.month - 1, civil.day))
    }),
  )
})

it('writes a date as people say it', () => {
  expect(longDate(Date.UTC(1998, 2, 7, 23))).toBe('7 March 1998')
})
