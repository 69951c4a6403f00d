import { DAY_MS, toCivil, toMs } from '../../personas/calendar.ts'

/** Days since 1 January 1970, UTC, both inclusive. */
export type DaySpan = { readonly from: number; readonly to: number }

export function dayOfMs(ms: number): number {
  return Math.floor(ms / DAY_MS)
}

/** The first instant of a day in milliseconds. */
export function msOfDay(day: number): number {
  return day * DAY_MS
}

/** @param iso  UTC, "2023-05-07T…" */
export function dayOfIso(iso: string): number {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  return dayOf(year!, month! - 1, day!)
}

/** @param month  0–11; beyond that it carries into other years, as days do into other months */
export function dayOf(year: number, month: number, day: number): number {
  const carried = year + Math.floor(month / 12)
  return dayOfMs(toMs({ year: carried, month: (((month % 12) + 12) % 12) + 1, day }))
}

/** Whether a month has such a day. @param month 0–11 */
export function isDayOfMonth(year: number, month: number, day: number): boolean {
  return day >= 1 && dayOf(year, month, day) <= monthSpan(year, month).to
}

/** `month` is 0–11. */
export function dateOfDay(day: number): { year: number; month: number } {
  const { year, month } = toCivil(msOfDay(day))
  return { year, month: month - 1 }
}

/** 0 is Monday. 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function monthSpan(year: number, month: number): DaySpan {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) - 1 }
}

export function yearSpan(from: number, to = from): DaySpan {
  return { from: dayOf(from, 0, 1), to: dayOf(to, 11, 31) }
}

/** Monday to Sunday. */
export function weekSpan(day: number): DaySpan {
  const from = day - weekdayOf(day)
  return { from, to: from + 6 }
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones & Butcher). */
export function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayOf(year, Math.floor(f / 31) - 1, (f % 31) + 1)
}
