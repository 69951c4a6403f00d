import { DAY_MS, toCivil, toMs, YEAR_MS } from '../calendar.ts'
import type { Dice } from '../dice.ts'

const HALF_DAY_MS = DAY_MS / 2

/**
 * A birth date that makes somebody `age` years old at `now`. Its day and month depend on the draws
 * only, so that the same person created on another day of the year was born on the same day.
 */
export function planBirth(
  age: number,
  now: number,
  dice: Dice,
): { birthMs: number; ageNow: number } {
  // Day 1–365 of a common year, so never 29 February.
  const { month, day } = toCivil(toMs({ year: 2001, month: 1, day: dice.int(1, 365, 'birthday') }))
  const thisYear = toCivil(now).year
  const noonOf = (year: number) => toMs({ year, month, day }) + HALF_DAY_MS
  const lastBirthday = noonOf(thisYear) <= now ? thisYear : thisYear - 1
  const birthMs = noonOf(lastBirthday - age)
  return { birthMs, ageNow: (now - birthMs) / YEAR_MS }
}
