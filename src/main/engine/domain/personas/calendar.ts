/**
 * Civil dates (proleptic Gregorian, UTC) as arithmetic: domain code has no Date.
 * Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 */
export type CivilDate = { year: number; month: number; day: number }

export const DAY_MS = 86_400_000
/** Mean Gregorian year. */
export const YEAR_MS = 365.2425 * DAY_MS

/** Midnight UTC of a date, in ms since the Unix epoch. Months and days count from 1. */
export function toMs({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MS
}

/** The UTC date in which an instant falls. */
export function toCivil(ms: number): CivilDate {
  const days = Math.floor(ms / DAY_MS) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** ISO 8601 in UTC with milliseconds, as the API writes instants. Years 0–9999. */
export function toIso(ms: number): string {
  const { year, month, day } = toCivil(ms)
  const time = ms - Math.floor(ms / DAY_MS) * DAY_MS
  const clock = [time / 3_600_000, (time / 60_000) % 60, (time / 1000) % 60].map(twoDigits)
  const millis = String(Math.floor(time % 1000)).padStart(3, '0')
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
  return `${date}T${clock.join(':')}.${millis}Z`
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ')

/** "March 1998" */
export function monthAndYear(ms: number): string {
  const { year, month } = toCivil(ms)
  return `${monthNames[month - 1]} ${year}`
}

/** "7 March 1998" */
export function longDate(ms: number): string {
  return `${toCivil(ms).day} ${monthAndYear(ms)}`
}
