import { formatCount } from '../../lib/format.ts'
import type { Periods } from './density.ts'

// Making a formatter is a hundred times as dear as using one, and rows are many.
const utc = { timeZone: 'UTC' } as const
const dayAndMonth = new Intl.DateTimeFormat(undefined, { ...utc, day: 'numeric', month: 'short' })
const month = new Intl.DateTimeFormat(undefined, { ...utc, month: 'short' })
const monthAndYear = new Intl.DateTimeFormat(undefined, { ...utc, month: 'short', year: 'numeric' })
const wholeDate = new Intl.DateTimeFormat(undefined, { ...utc, dateStyle: 'long' })
const dayMs = 86_400_000

export const toYear = (at: number): number => new Date(at).getUTCFullYear()
export const toDayAndMonth = (at: number): string => dayAndMonth.format(at)
export const toWholeDate = (at: number): string => wholeDate.format(at)
export const toDay = (at: number): number => Math.floor(at / dayMs)
/** `2014-05-03`, as a date field and an address have it. */
export const toIsoDate = (at: number): string => new Date(at).toISOString().slice(0, 10)
/** The last millisecond of a day given as `2014-05-03`. */
export const endOfDay = (date: string): number => Date.parse(date) + dayMs - 1

/** What the axis says beside a row: the year where it turns, the month where that does. */
export function axisWord(at: number, before: number | undefined): string | null {
  if (before === undefined || toYear(before) !== toYear(at)) return String(toYear(at))
  const turned = new Date(before).getUTCMonth() !== new Date(at).getUTCMonth()
  return turned ? month.format(at) : null
}

/** `6 years`, `14 months`: a stretch of time in which nothing was remembered. */
export function toStretch(ms: number): string {
  const months = Math.round(ms / (30.4375 * dayMs))
  return months < 24 ? formatCount(months, 'month') : formatCount(Math.round(months / 12), 'year')
}

export function toPeriodName({ unit, edges }: Periods, period: number): string {
  const [start, last] = [edges[period]!, edges[period + 1]! - 1]
  if (unit.name === 'year')
    return unit.step === 1 ? String(toYear(start)) : `${toYear(start)}–${toYear(last)}`
  if (unit.name === 'month')
    return unit.step === 1
      ? monthAndYear.format(start)
      : `${month.format(start)}–${monthAndYear.format(last)}`
  return unit.step === 1
    ? wholeDate.format(start)
    : `${dayAndMonth.format(start)}–${wholeDate.format(last)}`
}
