import type { ClaimContext } from './claim-context.ts'
import type { DaySpan } from './claim.ts'
import { dayOf, monthSpan, YEAR_DAYS, yearOfDay, yearSpan } from './days.ts'
import { numberOf, NUMBER } from '../lexicon/numbers.ts'

/** A time that a sentence names; `days` is undefined where it only says "some time". */
export type TimeExpression = {
  readonly start: number
  readonly end: number
  readonly kind: 'at' | 'since' | 'until' | 'between' | 'duration' | 'then' | 'vague'
  readonly days: DaySpan | undefined
}

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december'.split('|')
const ordinalDays =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth
  twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`.split(/\s+/)
const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
const YEAR = String.raw`(?:19|20)\d\d`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const NTH = `(?:${ordinalDays.join('|')})`
const DATE = `(?:(?:the )?${NTH} of ${MONTH},? ${YEAR}|${DAY} (?:of )?${MONTH},? ${YEAR}|${MONTH} ${DAY},? ${YEAR}|${MONTH},? (?:of )?${YEAR}|${YEAR}-\\d\\d(?:-\\d\\d)?|${YEAR}\\b)`
const SEASON = '(?:spring|summer|autumn|fall|winter)'

type Rule = readonly [
  kind: TimeExpression['kind'],
  pattern: RegExp,
  read: (match: RegExpExecArray, context: ClaimContext) => DaySpan | undefined,
]

// In order: what a later rule finds inside an earlier one's words is dropped.
const rules: readonly Rule[] = [
  [
    'between',
    new RegExp(
      `\\b(?:[Ff]rom|[Bb]etween) (${DATE}) (?:to|until|till|and|through|up to) (${DATE})`,
      'g',
    ),
    (m) => between(dateSpan(m[1]!), dateSpan(m[2]!)),
  ],
  [
    'between',
    new RegExp(`\\b(${YEAR}) ?[-–] ?(${YEAR}|\\d\\d)\\b(?!-)`, 'g'),
    (m) =>
      between(dateSpan(m[1]!), dateSpan(m[2]!.length === 2 ? m[1]!.slice(0, 2) + m[2] : m[2]!)),
  ],
  [
    'since',
    new RegExp(
      `\\b[Ss]ince (?:about )?(?:(?:early|late|the (?:start|end|spring|summer|autumn|fall|winter) of) )?(${DATE})`,
      'g',
    ),
    (m) => dateSpan(m[1]!),
  ],
  [
    'since',
    new RegExp(`\\bsince (?:I was|the age of|age|turning|I turned) (${NUMBER})`, 'gi'),
    (m, c) => ageSpan(numberOf(m[1]!), c),
  ],
  [
    'since',
    /\b(?:since (?:birth|childhood|(?:I was )?(?:born|(?:a |an? )?(?:child|kid|boy|girl|baby|lad|toddler)|little|small|young)|(?:primary |high )?school|always|forever)|all my life|for as long as I can remember|ever since I can remember|my (?:whole|entire) life|from birth)\b/gi,
    (_, { birth }) => ({ from: birth.from, to: birth.to }),
  ],
  [
    'until',
    new RegExp(`\\b(?:until|till|up to|up until|before) (?:the (?:start|end) of )?(${DATE})`, 'g'),
    (m) => dateSpan(m[1]!),
  ],
  [
    'until',
    new RegExp(
      `\\b(?:until|till|before) (?:I was|I turned|the age of|age|turning) (${NUMBER})`,
      'gi',
    ),
    (m, c) => ageSpan(numberOf(m[1]!), c),
  ],
  [
    'at',
    new RegExp(`\\b(${NUMBER}) years since (?:I|we) (?!have\\b)`, 'gi'),
    (m, c) => ago(numberOf(m[1]!), 'years', c),
  ],
  [
    'since',
    /\b(?:ever )?since (?:the|my|then|college|university|school|that|we|I|last|this)\b/gi,
    () => undefined,
  ],
  [
    'at',
    new RegExp(
      `\\b(?:in |during |over |all |through |all through )*(?:the )?(spring|summer|autumn|fall|winter) (?:of )?(${YEAR})`,
      'gi',
    ),
    (m) => seasonSpan(m[1]!.toLowerCase(), Number(m[2])),
  ],
  [
    'vague',
    new RegExp(`\\b(?:after|around|about|circa|some time in|by) (?:about )?${DATE}`, 'g'),
    () => undefined,
  ],
  [
    'vague',
    new RegExp(
      `\\b(?:${NUMBER}|a few|few|some|several|many|a couple of) (?:years?|months?|weeks?|days?) (?:before|after|earlier|later|previously|into)`,
      'gi',
    ),
    () => undefined,
  ],
  [
    'at',
    new RegExp(`\\b(${NUMBER}|a) (years?|months?|weeks?|days?) ago`, 'gi'),
    (m, c) => ago(numberOf(m[1]!), m[2]!, c),
  ],
  [
    'duration',
    new RegExp(
      `\\b(?:for|over|in|spent(?= the (?:last|past) )) (?:the (?:last|past) |about |almost |nearly |over |more than |some |exactly )?(${NUMBER}|a) (years?|months?|weeks?|decades?)\\b`,
      'gi',
    ),
    (m, c) => duration(numberOf(m[1]!), m[2]!, c),
  ],
  [
    'duration',
    new RegExp(`\\b(${NUMBER}) years? (?:now|already|so far)\\b`, 'gi'),
    (m, c) => duration(numberOf(m[1]!), 'years', c),
  ],
  [
    'at',
    new RegExp(
      `\\b(?:when I was|at the age of|at age|aged|by the age of|(?:when|before) I turned|the year I turned|at just|at only|I was) (?:only |just |about )?(${NUMBER})(?! (?:minutes|hours|days|weeks|months|kilos|pounds|miles))\\b`,
      'gi',
    ),
    (m, c) => ageSpan(numberOf(m[1]!), c),
  ],
  [
    'at',
    new RegExp(`\\bat (${NUMBER})(?=[,.;]|$| (?:I|and|years old))`, 'gi'),
    (m, c) => ageSpan(numberOf(m[1]!), c),
  ],
  ['at', new RegExp(DATE, 'g'), (m) => dateSpan(m[0])],
  [
    'at',
    new RegExp(`\\b(?:in|last|this|that|early|late|mid|since|until) (${MONTH})\\b`, 'g'),
    (m, { eventDay }) => monthNear(m[1]!, eventDay),
  ],
  [
    'at',
    /\b(last|this|that) year\b/gi,
    (m, { eventDay }) => yearSpan(yearOfDay(eventDay) - (m[1]!.toLowerCase() === 'last' ? 1 : 0)),
  ],
  [
    'at',
    /\b(?:yesterday|today|tonight|this (?:morning|week|month|evening|afternoon)|last (?:week|night|weekend|month))\b/gi,
    (_, { eventDay }) => ({ from: eventDay - 45, to: eventDay }),
  ],
  [
    'then',
    /\b(?:back then|at (?:the|that) time|in those days|at that point|those years|that year|that (?:spring|summer|autumn|fall|winter))\b/gi,
    (_, { eventDay }) => ({ from: eventDay - 60, to: eventDay + 60 }),
  ],
  [
    'vague',
    new RegExp(
      `\\b(?:once|formerly|previously|years (?:ago|earlier|before)|long ago|ages ago|decades ago|(?:a few|some|many|several) years (?:ago|back)|when I was (?:a |an )?(?:child|kid|boy|girl|baby|little|small|young(?:er)?|teenager|student|at \\w+)|as (?:a|an) (?:child|kid|boy|girl|baby|teenager|student|young \\w+|adult)|in my (?:youth|childhood|teens|twenties|thirties|forties|fifties|sixties|early|mid|late)\\b|growing up|for (?:years|decades|a while|a time|ages|a long time|many years|several years|a few \\w+)|at one point|one day|in the past|earlier|before that|in the (?:${SEASON}|\\d\\ds|nineties|eighties|seventies|sixties|fifties|noughties|19\\d0s|early|late)|last ${SEASON}|over the years|in between|at times|briefly|for a bit)\\b`,
      'gi',
    ),
    () => undefined,
  ],
]

/** Times in a sentence, in the order of the text. */
export function findTimes(text: string, context: ClaimContext): TimeExpression[] {
  const found: TimeExpression[] = []
  for (const [kind, pattern, read] of rules) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      found.push({ start, end, kind, days: read(match, context) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** @param text  a year, a month of a year or a day, as `DATE` matches it */
export function dateSpan(text: string): DaySpan {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text)
  if (iso)
    return iso[3]
      ? oneDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
      : monthSpan(Number(iso[1]), Number(iso[2]))
  const year = Number(/(?:19|20)\d\d/.exec(text)![0])
  const month = monthNumber(text)
  if (!month) return yearSpan(year)
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)/.exec(text.replace(/(?:19|20)\d\d/, ''))
  const nth = ordinalDays.indexOf(/[a-z]+(?:-[a-z]+)?(?= of\b)/.exec(text)?.[0] ?? '') + 1
  if (nth > 0) return oneDay(year, month, nth)
  return day ? oneDay(year, month, Number(day[1])) : monthSpan(year, month)
}

function monthNumber(text: string): number {
  const lower = text.toLowerCase()
  return months.findIndex((month) => new RegExp(`\\b${month.slice(0, 3)}`).test(lower)) + 1
}

function oneDay(year: number, month: number, day: number): DaySpan {
  const at = dayOf(year, month, day)
  return { from: at, to: at }
}

function between(from: DaySpan, to: DaySpan): DaySpan {
  return { from: from.from, to: to.to }
}

/** The year in which somebody was of that age; longer where the birth date is not known. */
export function ageSpan(age: number, { birth }: Pick<ClaimContext, 'birth'>): DaySpan {
  return { from: birth.from + age * YEAR_DAYS, to: birth.to + (age + 1) * YEAR_DAYS }
}

const unitDays: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 30.4,
  year: YEAR_DAYS,
  decade: 10 * YEAR_DAYS,
}

function daysOf(count: number, unit: string): number {
  return count * unitDays[unit.toLowerCase().replace(/s$/, '')]!
}

function ago(count: number, unit: string, { eventDay }: ClaimContext): DaySpan {
  const at = eventDay - daysOf(count, unit)
  const slack = daysOf(1, unit) * 0.75
  return { from: at - slack, to: at + slack }
}

function duration(count: number, unit: string, { eventDay }: ClaimContext): DaySpan {
  return { from: eventDay - daysOf(count, unit), to: eventDay }
}

/** The month nearest to the event. */
function monthNear(name: string, eventDay: number): DaySpan | undefined {
  const month = monthNumber(name)
  if (!month) return undefined
  const year = yearOfDay(eventDay)
  const candidates = [year - 1, year, year + 1].map((y) => monthSpan(y, month))
  const distance = (span: DaySpan) => Math.abs((span.from + span.to) / 2 - eventDay)
  return candidates.reduce((best, span) => (distance(span) < distance(best) ? span : best))
}

const seasonStart: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9 }

function seasonSpan(season: string, year: number): DaySpan {
  const month = seasonStart[season]
  // A winter belongs to two years.
  if (month === undefined) return { from: dayOf(year - 1, 12, 1), to: dayOf(year + 1, 2, 28) }
  return { from: dayOf(year, month, 1), to: monthSpan(year, month + 2).to }
}
