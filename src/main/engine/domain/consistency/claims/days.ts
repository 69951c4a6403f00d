import { DAY_MS, toCivil, toMs, YEAR_MS } from '../../personas/calendar.ts'
import type { DaySpan } from './claim.ts'

export const YEAR_DAYS = YEAR_MS / DAY_MS
export const ALWAYS: DaySpan = { from: -Infinity, to: Infinity }

/** @param iso  an ISO date or instant */
export function dayOfIso(iso: string): number {
  return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

export function dayOfMs(ms: number): number {
  return Math.floor(ms / DAY_MS)
}

export function dayOf(year: number, month: number, day: number): number {
  return toMs({ year, month, day }) / DAY_MS
}

export function yearSpan(year: number, lastYear = year): DaySpan {
  return { from: dayOf(year, 1, 1), to: dayOf(lastYear + 1, 1, 1) - 1 }
}

/** @param month  1–12 */
export function monthSpan(year: number, month: number): DaySpan {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return { from: dayOf(year, month, 1), to: next - 1 }
}

export function yearOfDay(day: number): number {
  return toCivil(day * DAY_MS).year
}

export function around(day: number, slack: number): DaySpan {
  return { from: day - slack, to: day + slack }
}

/** Days between two spans; 0 where they meet. */
export function gapDays(a: DaySpan, b: DaySpan): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}
