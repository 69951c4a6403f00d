import {
  dateOfDay,
  dayOf,
  easterOf,
  isDayOfMonth,
  monthSpan,
  weekdayOf,
  weekSpan,
  yearSpan,
  type DaySpan,
} from './days.ts'
import {
  COUNT,
  countOf,
  DAY_NUMBER,
  dayNumber,
  MONTH,
  monthOf,
  monthsOfSeason,
  SEASON,
  WEEKDAY,
  weekdayNamed,
  YEAR,
} from './time-words.ts'

/** A time that a text names. */
export type TimeExpression = {
  /** Where it stands in the text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly span: DaySpan
  /** Named without a year: these months of any year, `span` being the nearest to the reference. */
  readonly months: readonly number[] | null
  /** It names its year, so it means the same whenever it is said. */
  readonly absolute: boolean
}

type Reading = Pick<TimeExpression, 'span' | 'months' | 'absolute'>
type Rule = readonly [RegExp, (match: RegExpExecArray, reference: number) => Reading | null]

const fixed = (span: DaySpan): Reading => ({ span, months: null, absolute: true })
const relative = (span: DaySpan): Reading => ({ span, months: null, absolute: false })
const day = (at: number): DaySpan => ({ from: at, to: at })

function rule(source: string, read: Rule[1]): Rule {
  return [new RegExp(`\\b${source}\\b`, 'gi'), read]
}

// Where two match the same words, the longer wins; of equally long ones the first.
const rules: readonly Rule[] = [
  rule(`${YEAR}-(\\d\\d)-(\\d\\d)`, ([, y, m, d]) => onDay(Number(y), Number(m) - 1, Number(d))),
  rule(`(?:the )?${DAY_NUMBER}(?: of)? ${MONTH},? ${YEAR}`, ([, d, m, y]) =>
    onDay(Number(y), monthOf(m!), dayNumber(d!)),
  ),
  rule(`${MONTH} (?:the )?${DAY_NUMBER},? ${YEAR}`, ([, m, d, y]) =>
    onDay(Number(y), monthOf(m!), dayNumber(d!)),
  ),
  rule(`(?:the )?${DAY_NUMBER}(?: of)? ${MONTH}`, ([, d, m], reference) =>
    nearestDay(monthOf(m!), dayNumber(d!), reference),
  ),
  rule(`${MONTH} (?:the )?${DAY_NUMBER}`, ([, m, d], reference) =>
    nearestDay(monthOf(m!), dayNumber(d!), reference),
  ),
  rule(`${MONTH}(?: of)?,? ${YEAR}`, ([, m, y]) => fixed(monthSpan(Number(y), monthOf(m!)))),
  rule(`${SEASON}(?: of)?,? ${YEAR}`, ([, s, y]) => fixed(seasonSpan(Number(y), s!))),
  rule(`(last|this|next) ${MONTH}`, ([, which, m], reference) =>
    relative(turn(which!, reference, (year) => monthSpan(year, monthOf(m!)))),
  ),
  rule(`(last|this|next) ${SEASON}`, ([, which, s], reference) =>
    relative(turn(which!, reference, (year) => seasonSpan(year, s!))),
  ),
  rule(
    `(?<=\\b(?:in|during|since|until|till|by|before|after|early|mid|late|of) )${MONTH}`,
    ([, m], r) => anyYear([monthOf(m!)], r, (year) => monthSpan(year, monthOf(m!))),
  ),
  rule(
    `(?<=\\b(?:in|during|over|since|until|before|after|early|mid|late) (?:the )?)${SEASON}`,
    ([, s], r) =>
      anyYear(
        monthsOfSeason(s!).map((m) => m % 12),
        r,
        (year) => seasonSpan(year, s!),
      ),
  ),
  rule(`(?:${YEAR}) ?(?:-|–|to|until|till|and) ?${YEAR}`, ([, a, b]) =>
    fixed(yearSpan(Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b)))),
  ),
  rule(`((?:19|20)\\d0)'?s`, ([, y]) => fixed(yearSpan(Number(y), Number(y) + 9))),
  rule(`the (?:19)?['’]?([2-9]0)s`, ([, y]) => fixed(yearSpan(1900 + Number(y), 1909 + Number(y)))),
  rule(`the (thirties|forties|fifties|sixties|seventies|eighties|nineties)`, ([, name]) => {
    const start = 1930 + 10 * decades.indexOf(name!.toLowerCase())
    return fixed(yearSpan(start, start + 9))
  }),
  // A bare number may be anything.
  rule(
    `(?<=\\b(?:in|during|since|of|around|before|after|until|till|by|from|year|early|mid|late|up to) (?:the year )?)${YEAR}`,
    ([, y]) => fixed(yearSpan(Number(y))),
  ),
  rule('(?:today|tonight|this (?:morning|afternoon|evening))', (_, r) => relative(day(r))),
  rule('(?:yesterday|last night)', (_, r) => relative(day(r - 1))),
  rule('(?:the )?day before yesterday', (_, r) => relative(day(r - 2))),
  rule('(?:the )?day after tomorrow', (_, r) => relative(day(r + 2))),
  rule('tomorrow', (_, r) => relative(day(r + 1))),
  rule('the other (?:day|week)', (_, r) => relative({ from: r - 10, to: r - 1 })),
  rule(
    `${COUNT} (day|night|week|weekend|fortnight|month|year|decade)s? (?:ago|back|earlier)`,
    ([, n, unit], r) => relative(ago(countOf(n!), unit!.toLowerCase(), r)),
  ),
  rule('(last|this|next|past) (week|weekend|month|year)', ([, which, unit], r) =>
    relative(around(which!.toLowerCase(), unit!.toLowerCase(), r)),
  ),
  rule(`(?:(last|this|next|on|this past|past) )${WEEKDAY}`, ([, which, name], r) =>
    relative(day(nearWeekday(which!.toLowerCase(), weekdayNamed(name!), r))),
  ),
  rule(
    "(last |this |next |at |over |for |on )?(christmas(?: day| eve)?|boxing day|new year(?:[’']?s)?(?: eve| day)?|easter|halloween|thanksgiving|valentine[’']?s(?: day)?)(?: (?:of )?((?:19|20)\\d\\d))?",
    ([, which, name, y], r) =>
      feast(
        name!.toLowerCase(),
        y === undefined ? null : Number(y),
        which?.trim().toLowerCase() ?? '',
        r,
      ),
  ),
]

const decades = ['thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

// Most texts name no time: one look tells.
const mayName =
  /\d|day|night|morning|evening|afternoon|ago|week|month|year|decade|back|spring|summer|autumn|fall|winter|christmas|easter|halloween|thanksgiving|valentine|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ties/i

/**
 * The times that a text names, in its order, none overlapping another.
 *
 * @param reference  the day it is said on: what "yesterday" counts back from
 */
export function timeExpressions(text: string, reference: number): TimeExpression[] {
  if (!mayName.test(text)) return []
  const found: TimeExpression[] = []
  for (const [pattern, read] of rules) {
    for (const match of text.matchAll(pattern)) {
      const reading = read(match as RegExpExecArray, reference)
      if (reading === null) continue
      found.push({ start: match.index, end: match.index + match[0].length, ...reading })
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: TimeExpression[] = []
  for (const one of found) {
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one)
  }
  return kept.sort((a, b) => a.start - b.start)
}

function onDay(year: number, month: number, date: number): Reading | null {
  return isDayOfMonth(year, month, date) ? fixed(day(dayOf(year, month, date))) : null
}

function nearestDay(month: number, date: number, reference: number): Reading | null {
  if (!isDayOfMonth(2000, month, date)) return null
  return anyYear([month], reference, (year) => day(dayOf(year, month, date)))
}

function anyYear(
  months: readonly number[],
  reference: number,
  spanIn: (year: number) => DaySpan,
): Reading {
  return { span: nearestYear(reference, spanIn), months, absolute: false }
}

/** Of last year's, this year's and next year's, the one whose middle is nearest. */
function nearestYear(reference: number, spanIn: (year: number) => DaySpan): DaySpan {
  const { year } = dateOfDay(reference)
  const distance = ({ from, to }: DaySpan) => Math.abs((from + to) / 2 - reference)
  return [year - 1, year, year + 1]
    .map(spanIn)
    .reduce((best, span) => (distance(span) < distance(best) ? span : best))
}

function seasonSpan(year: number, name: string): DaySpan {
  const months = monthsOfSeason(name)
  return { from: monthSpan(year, months[0]!).from, to: monthSpan(year, months.at(-1)!).to }
}

/** The last one over before the reference, the one that holds it or comes nearest, the next. */
function turn(which: string, reference: number, spanIn: (year: number) => DaySpan): DaySpan {
  const { year } = dateOfDay(reference)
  const spans = [year - 2, year - 1, year, year + 1, year + 2].map(spanIn)
  const word = which.toLowerCase()
  if (word === 'last') return spans.findLast(({ to }) => to < reference)!
  if (word === 'next') return spans.find(({ from }) => from > reference)!
  return nearestYear(reference, spanIn)
}

function ago(count: number, unit: string, reference: number): DaySpan {
  const { year, month } = dateOfDay(reference)
  switch (unit) {
    case 'day':
    case 'night':
      return day(reference - count)
    case 'week':
      return { from: reference - 7 * count - 3, to: reference - 7 * count + 3 }
    case 'fortnight':
      return { from: reference - 14 * count - 3, to: reference - 14 * count + 3 }
    case 'weekend':
      return shifted(weekendBefore(reference), -7 * (count - 1))
    case 'month':
      return monthSpan(year, month - count)
    case 'decade':
      return yearSpan(year - 10 * count - 2, year - 10 * count + 2)
    default:
      return yearSpan(year - count)
  }
}

function around(which: string, unit: string, reference: number): DaySpan {
  const step = which === 'next' ? 1 : which === 'this' ? 0 : -1
  const { year, month } = dateOfDay(reference)
  switch (unit) {
    case 'week':
      return shifted(weekSpan(reference), 7 * step)
    case 'weekend':
      return step < 0 ? weekendBefore(reference) : shifted(weekendOf(reference), 7 * step)
    case 'month':
      return monthSpan(year, month + step)
    default:
      return yearSpan(year + step)
  }
}

function weekendOf(reference: number): DaySpan {
  const { from } = weekSpan(reference)
  return { from: from + 5, to: from + 6 }
}

/** Said on a Sunday, the weekend before. */
function weekendBefore(reference: number): DaySpan {
  return shifted(weekendOf(reference), -7)
}

function shifted({ from, to }: DaySpan, days: number): DaySpan {
  return { from: from + days, to: to + days }
}

/** "On Friday" is mostly told afterwards, so it is the last one, as in "last Friday". */
function nearWeekday(which: string, weekday: number, reference: number): number {
  const back = (weekdayOf(reference) - weekday + 7) % 7
  if (which === 'next' || which === 'this') return reference + ((7 - back) % 7 || 7)
  return reference - (back === 0 ? 7 : back)
}

function feast(name: string, year: number | null, which: string, reference: number): Reading {
  const spanIn = (y: number) => feastSpan(name, y)
  if (year !== null) return fixed(spanIn(year))
  return relative(
    which === 'last' || which === 'next'
      ? turn(which, reference, spanIn)
      : nearestYear(reference, spanIn),
  )
}

function feastSpan(name: string, year: number): DaySpan {
  if (name.startsWith('christmas')) return { from: dayOf(year, 11, 24), to: dayOf(year, 11, 26) }
  if (name.startsWith('boxing')) return day(dayOf(year, 11, 26))
  if (name.startsWith('new')) return { from: dayOf(year - 1, 11, 31), to: dayOf(year, 0, 1) }
  if (name.startsWith('easter')) return { from: easterOf(year) - 2, to: easterOf(year) + 1 }
  if (name.startsWith('halloween')) return day(dayOf(year, 9, 31))
  if (name.startsWith('valentine')) return day(dayOf(year, 1, 14))
  // The fourth Thursday of November.
  const first = dayOf(year, 10, 1)
  return day(first + ((3 - weekdayOf(first) + 7) % 7) + 21)
}
