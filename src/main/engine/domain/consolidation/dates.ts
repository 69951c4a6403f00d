import { DAY_MS, toCivil, toMs, YEAR_MS } from '../personas/calendar.ts'

export type Dated = {
  /** Milliseconds. */
  readonly eventAtMs: number
  /** Whether the words say when; else it is the clock's. */
  readonly isSaid: boolean
}

export type Calendar = {
  /** The session's, milliseconds. */
  readonly clock: number
  /** About when the persona was born, milliseconds. */
  readonly bornAt: number
}

type Reader = (match: RegExpExecArray, calendar: Calendar) => number | null

const monthNames =
  'january february march april may june july august september october november december'.split(' ')
const month = `(${monthNames.join('|')})`
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const weekday = `(${weekdays.join('|')})`
const numbers = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty`.split(/\s+/)
const count = `(\\d{1,3}|an?|a couple of|a few|several|${numbers.join('|')})`
const seasonMonths: Readonly<Record<string, number>> = {
  spring: 4,
  summer: 7,
  autumn: 10,
  fall: 10,
  winter: 1,
}

const readers: readonly (readonly [pattern: RegExp, read: Reader])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, ([, y, m, d]) => civil(Number(y), Number(m), Number(d))],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month},? (\\d{4})\\b`, 'i'),
    ([, d, m, y]) => civil(Number(y), monthOf(m!), Number(d)),
  ],
  [
    new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i'),
    ([, m, d, y]) => civil(Number(y), monthOf(m!), Number(d)),
  ],
  [
    new RegExp(`\\b${month}(?: of)?,? (\\d{4})\\b`, 'i'),
    ([, m, y]) => civil(Number(y), monthOf(m!), 1),
  ],
  [
    /\b(spring|summer|autumn|fall|winter) (?:of )?(\d{4})\b/i,
    ([, s, y]) => civil(Number(y), seasonMonths[s!.toLowerCase()]!, 1),
  ],
  [
    new RegExp(
      `\\b(?:when|at) (?:i was |the age of |age |i had just turned |i turned )(?:about |only |just |around )?${count}\\b(?! (?:weeks?|months?|days?|hours?|minutes?))`,
      'i',
    ),
    ([, n], { bornAt }) => bornAt + numberOf(n!) * YEAR_MS + YEAR_MS / 2,
  ],
  [
    new RegExp(`\\b${count} (day|week|month|year)s? (?:ago|back|earlier)\\b`, 'i'),
    ([, n, unit], { clock }) => clock - numberOf(n!) * unitMs[unit!.toLowerCase()]!,
  ],
  [/\blast (spring|summer|autumn|fall|winter)\b/i, ([, s], { clock }) => lastSeason(s!, clock)],
  [new RegExp(`\\blast ${month}\\b`, 'i'), ([, m], { clock }) => lastMonth(monthOf(m!), clock)],
  [
    /\blast (day|week|month|year)\b/i,
    ([, unit], { clock }) => clock - unitMs[unit!.toLowerCase()]!,
  ],
  [
    new RegExp(`\\b(?:last|on|this past) ${weekday}\\b`, 'i'),
    ([, day], { clock }) => lastWeekday(day!, clock),
  ],
  [/\b(?:last|at the) weekend\b/i, (_, { clock }) => lastWeekday('saturday', clock)],
  [/\b(?:yesterday|last night|the other day)\b/i, (_, { clock }) => clock - DAY_MS],
  [
    /\bthis (?:year|month|week|morning|afternoon|evening)\b|\b(?:today|tonight|just now)\b/i,
    (_, { clock }) => clock,
  ],
  [
    /\b(?:in|since|until|around|by|of|back in|before|after) ((?:1[89]|20)\d{2})\b/i,
    ([, y]) => civil(Number(y), 7, 1),
  ],
  [
    new RegExp(`\\b(?:in|since|back in) ${month}\\b(?!,? \\d)`, 'i'),
    ([, m], { clock }) => lastMonth(monthOf(m!), clock),
  ],
  [/\bin the (?:19)?([2-9]0)s\b/i, ([, decade]) => civil(1900 + Number(decade) + 5, 1, 1)],
]

const unitMs: Readonly<Record<string, number>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: YEAR_MS / 12,
  year: YEAR_MS,
}

/** When the sentence says that it happened; the clock's time where it says nothing, or the future. */
export function dateOf(sentence: string, calendar: Calendar): Dated {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(sentence)
    const at = match && read(match, calendar)
    if (at === null || at === undefined || !Number.isFinite(at) || at > calendar.clock) continue
    return { eventAtMs: Math.round(at), isSaid: true }
  }
  return { eventAtMs: calendar.clock, isSaid: false }
}

/** The sentence without the words that date it. */
export function withoutDates(sentence: string): string {
  return readers.reduce((text, [pattern]) => text.replace(pattern, ' '), sentence)
}

function civil(year: number, monthNumber: number, day: number): number | null {
  if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31) return null
  return toMs({ year, month: monthNumber, day })
}

function monthOf(name: string): number {
  return monthNames.indexOf(name.toLowerCase()) + 1
}

function numberOf(text: string): number {
  const word = text.toLowerCase()
  if (word === 'a' || word === 'an') return 1
  if (word === 'a couple of') return 2
  if (word === 'a few' || word === 'several') return 3
  const at = numbers.indexOf(word)
  return at === -1 ? Number(word) : at + 1
}

/** That day of the week, the last time it had passed. */
function lastWeekday(name: string, clock: number): number {
  // The epoch was a Thursday.
  const today = (Math.floor(clock / DAY_MS) + 4) % 7
  const back = (today - weekdays.indexOf(name.toLowerCase()) + 7) % 7
  return clock - (back === 0 ? 7 : back) * DAY_MS
}

function lastSeason(name: string, clock: number): number {
  return lastMonth(seasonMonths[name.toLowerCase()]!, clock)
}

/** The first of that month, the last time it had passed. */
function lastMonth(monthNumber: number, clock: number): number {
  const { year, month: now } = toCivil(clock)
  return toMs({ year: monthNumber < now ? year : year - 1, month: monthNumber, day: 1 })
}
