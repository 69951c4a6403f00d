import { MONTH, monthNumber, seasons } from './month-names.ts'
import { NUMBER, QUANTITY, toNumber, toOrdinal, toQuantity } from './numbers.ts'

/** How exactly a time is said; coarser ones are stood for by their middle. */
export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'stage'

type Said =
  | {
      readonly kind: 'date'
      readonly year: number
      readonly month?: number
      readonly day?: number
      /** Day and month could be the other way round. */
      readonly ambiguous?: true
    }
  /** A day or month whose year is said elsewhere. */
  | { readonly kind: 'yearless'; readonly month: number; readonly day?: number }
  /** Years after the birth; `vague` for a stage of life. */
  | {
      readonly kind: 'age'
      readonly years: number
      readonly vague?: true
      /** The very day. */
      readonly birthday?: true
    }
  /** Counted from what was told before. */
  | { readonly kind: 'later'; readonly unit: Unit; readonly count: number }
  /** Counted from the day of writing. */
  | { readonly kind: 'ago'; readonly unit: Unit; readonly count: number }
  /** The coming of a season after what was told before. */
  | { readonly kind: 'next'; readonly month: number }

export type Unit = 'day' | 'week' | 'month' | 'year'

export type TimeMention = Said & {
  readonly precision: Precision
  readonly start: number
  readonly end: number
}

export type TimeOptions = {
  /** In a date of three numbers: whether the day comes first. Undefined: told by the numbers. */
  readonly dayFirst?: boolean | undefined
  /** First name of whom the text is about, for "when Maya was seven". */
  readonly name?: string | undefined
  /** "When she was seven" is about that person. */
  readonly thirdPerson?: boolean | undefined
}

type Read = (
  match: RegExpExecArray,
  options: TimeOptions,
) => (Said & { precision: Precision }) | null
type Rule = readonly [RegExp, Read]

const YEAR = '((?:1[89]|20)\\d\\d)'
const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.|er)?'
const UNIT = '(day|week|month|year)s?'
const rule = (source: string, read: Read): Rule => [new RegExp(source, 'giu'), read]
const date = (precision: Precision, year: number, month?: number, day?: number) => ({
  kind: 'date' as const,
  precision,
  year,
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
})
const oneOf = (record: Readonly<Record<string, unknown>>) => Object.keys(record).join('|')

const feasts: Readonly<Record<string, readonly [number, number]>> = {
  christmas: [12, 25],
  'christmas eve': [12, 24],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
  'new year': [1, 1],
  halloween: [10, 31],
  easter: [4, 10],
  thanksgiving: [11, 25],
}
const FEAST = `(christmas eve|christmas|new year['’]s eve|new year['’]s day|new year|halloween|easter|thanksgiving)`
const decades: Readonly<Record<string, number>> = {
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
}
/** Years of age in the middle of a stage of life. */
const stages: Readonly<Record<string, number>> = {
  'as a (?:small |little |young )?(?:child|kid|boy|girl)': 8,
  'in (?:my|our|her|his) childhood|growing up': 9,
  '(?:in|at) (?:kindergarten|nursery school|preschool)': 5,
  '(?:in|at) (?:primary|elementary|grade) school': 8,
  '(?:in|at) (?:middle school)': 12,
  '(?:in|at) (?:high|secondary|grammar) school': 16,
  'as a teen(?:ager)?|in (?:my|our|her|his) teens': 15,
  '(?:in|at) (?:university|college|uni)|as a student': 21,
}

// In order: what a rule has matched, no later one matches again.
const rules: readonly Rule[] = [
  rule(`\\b${YEAR}[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\\d|3[01])\\b(?:T[\\d:.]+Z?)?`, (m) =>
    date('day', Number(m[1]), Number(m[2]), Number(m[3])),
  ),
  rule(`\\b${DAY}\\s*(?:of\\s+|de\\s+)?(${MONTH})\\.?,?\\s+(?:de\\s+|of\\s+)?${YEAR}\\b`, (m) =>
    date('day', Number(m[3]), monthNumber(m[2]!), Number(m[1])),
  ),
  rule(`\\b(${MONTH})\\.?\\s+${DAY},?\\s+${YEAR}\\b`, (m) =>
    date('day', Number(m[3]), monthNumber(m[1]!), Number(m[2])),
  ),
  rule(`\\b(\\d{1,2})([./-])(\\d{1,2})\\2${YEAR}\\b`, readNumeric),
  rule(`\\b${FEAST}(?:\\s+(?:day|of))?,?\\s+${YEAR}\\b`, (m) => {
    const [month, day] = feasts[m[1]!.toLowerCase().replace('’', "'")]!
    return date('day', Number(m[2]), month, day)
  }),
  rule(`\\b(${MONTH})\\.?,?\\s+(?:of\\s+|de\\s+)?${YEAR}\\b`, (m) =>
    date('month', Number(m[2]), monthNumber(m[1]!)),
  ),
  rule(`\\b(0?[1-9]|1[0-2])/${YEAR}\\b`, (m) => date('month', Number(m[2]), Number(m[1]))),
  rule(`\\b${YEAR}-(0[1-9]|1[0-2])\\b(?!-)`, (m) => date('month', Number(m[1]), Number(m[2]))),
  rule(`\\b(${oneOf(seasons)})(?:\\s+of|\\s+in)?,?\\s+${YEAR}\\b`, (m) =>
    date('season', Number(m[2]), seasons[m[1]!.toLowerCase()]!),
  ),
  rule(`\\b(early|mid|late)?[- ]?(?:the\\s+)?((?:19|20)\\d)0['’]?s\\b`, (m) =>
    date('decade', Number(m[2]) * 10 + withinDecade(m[1])),
  ),
  rule(`\\b(?:the\\s+)?(early|mid|late)?[- ]?['’]?(\\d)0s\\b`, (m) =>
    date('decade', (Number(m[2]) < 3 ? 2000 : 1900) + Number(m[2]) * 10 + withinDecade(m[1])),
  ),
  rule(`\\bthe\\s+(early|mid|late)?[- ]?(${oneOf(decades)})\\b`, (m) =>
    date('decade', decades[m[2]!.toLowerCase()]! + withinDecade(m[1])),
  ),
  // A number is a year where nothing says that it counts something.
  rule(
    `(?<![\\p{L}\\d.,:/$€£#+-])${YEAR}(?![\\d%€$£°]|[.,:]\\d|-\\d|\\s*(?:people|persons|euros?|dollars|pounds|francs|km|kilomet|met(?:er|re)s|miles|pages|words|men|women|copies|times|calories|square|feet|kg|m²))`,
    (m) => date('year', Number(m[1])),
  ),

  rule(
    `\\b(?:when|as|since|before|after|until)\\s+(I|we|she|he|\\p{Lu}\\p{L}+)\\s+(?:was|were|had)\\s+(?:only\\s+|just\\s+|about\\s+|around\\s+|barely\\s+)?(${NUMBER})\\b(?!\\s*(?:people|times|days|weeks|months|hours|minutes|euros|other|more))`,
    (m, options) => (isAbout(m[1]!, options) ? age(toNumber(m[2]!)) : null),
  ),
  rule(
    `\\b(I|we|she|he|\\p{Lu}\\p{L}+)\\s+(?:was|had\\s+(?:just\\s+)?turned|turned|had\\s+(?:just\\s+)?become|was\\s+(?:just|about|only|already))\\s+(${NUMBER})(?:\\s+years?\\s+old\\b|\\s+at\\s+the\\s+time\\b|\\s+when\\b|\\s+and\\s+(?:already|still|had)\\b|\\s+then\\b|,|\\s*[.;])`,
    (m, options) => (isAbout(m[1]!, options) ? age(toNumber(m[2]!)) : null),
  ),
  rule(`\\b(?:at\\s+(?:the\\s+)?age\\s+(?:of\\s+)?|aged\\s+|at\\s+age\\s+)(${NUMBER})\\b`, (m) =>
    age(toNumber(m[1]!)),
  ),
  rule(`(?<=^|[.!?]\\s+)at\\s+(${NUMBER}),?\\s+(?=I\\b|we\\b|she\\b|he\\b)`, (m) =>
    age(toNumber(m[1]!)),
  ),
  rule(`\\b(?:my|on\\s+(?:her|his))\\s+([\\p{L}\\d-]+)\\s+birthday\\b`, (m) => {
    const said = age(toOrdinal(m[1]!))
    return said && { ...said, precision: 'day' as const, birthday: true as const }
  }),
  rule(`\\b(${QUANTITY})\\s+${UNIT}\\s+(?:later|after(?:\\s+that|wards)?)\\b`, (m) =>
    later(m[2]!, toQuantity(m[1]!)),
  ),
  rule(`\\b(${QUANTITY})\\s+${UNIT}\\s+(?:earlier|before(?:\\s+that|\\s*,)?)`, (m) =>
    later(m[2]!, -toQuantity(m[1]!)),
  ),
  rule(
    `\\b(?:the\\s+)(?:next|following|very\\s+next)\\s+(day|morning|afternoon|evening|night|week|month|year)\\b`,
    (m) => later(/week|month|year/i.test(m[1]!) ? m[1]! : 'day', 1),
  ),
  rule(`\\b(?:the\\s+)(day|week|month|year)\\s+after(?:\\s+that)?\\b`, (m) => later(m[1]!, 1)),
  rule(`\\b(?:the\\s+)(?:next|following)\\s+(${oneOf(seasons)}|${MONTH})\\b`, (m) => {
    const name = m[1]!.toLowerCase()
    return {
      kind: 'next' as const,
      precision: name in seasons ? ('season' as const) : ('month' as const),
      month: seasons[name] ?? monthNumber(name),
    }
  }),
  rule(
    `\\b(?:later\\s+)?(?:that|the)\\s+same\\s+(?:day|week|month|year|summer|winter|spring|autumn)\\b|\\blater\\s+that\\s+(?:day|week|month|year|summer|winter|spring|autumn|evening|night)\\b`,
    () => later('day', 0),
  ),
  rule(`\\b(${QUANTITY})\\s+${UNIT}\\s+ago\\b`, (m) => ago(m[2]!, toQuantity(m[1]!))),
  rule(`\\blast\\s+(week|month|year)\\b`, (m) => ago(m[1]!, 1)),
  rule(`\\b(?:yesterday|last\\s+night)\\b`, () => ago('day', 1)),
  rule(`(?<=^|[.!?]\\s+)(?:today|this\\s+(?:morning|afternoon|evening))\\b`, () => ago('day', 0)),
  rule(`\\b${DAY}\\s+(?:of\\s+)?(${MONTH})\\b(?!\\.?\\s+\\d)`, (m) => ({
    kind: 'yearless' as const,
    precision: 'day' as const,
    month: monthNumber(m[2]!),
    day: Number(m[1]),
  })),
  rule(`\\b${FEAST}\\b(?!\\s+\\d{4})`, (m) => {
    const [month, day] = feasts[m[1]!.toLowerCase().replace('’', "'")]!
    return { kind: 'yearless' as const, precision: 'day' as const, month, day }
  }),
  rule(`\\b(?:in|during|over|that|one)\\s+(?:the\\s+)?(${oneOf(seasons)})\\b`, (m) => ({
    kind: 'yearless' as const,
    precision: 'season' as const,
    month: seasons[m[1]!.toLowerCase()]!,
  })),
  // "May" and "March" are words too: only after a word that a month follows.
  rule(`\\b(?:in|during|by|until|since|late|early|mid)[- ](${MONTH})\\b(?!\\.?\\s+\\d)`, (m) => ({
    kind: 'yearless' as const,
    precision: 'month' as const,
    month: monthNumber(m[1]!),
  })),
  ...Object.entries(stages).map(([source, years]) =>
    rule(`\\b(?:${source})\\b`, () => ({
      kind: 'age' as const,
      precision: 'stage' as const,
      years,
      vague: true as const,
    })),
  ),
]

/** Every time that a text names, in the order of the text. */
export function findTimes(text: string, options: TimeOptions = {}): TimeMention[] {
  const found: TimeMention[] = []
  for (const [pattern, read] of rules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && other.start < end)) continue
      const said = read(match, options)
      if (said && isPossible(said)) found.push({ ...said, start, end })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function readNumeric(match: RegExpExecArray, { dayFirst }: TimeOptions) {
  const [first, separator, second, year] = [
    Number(match[1]),
    match[2],
    Number(match[3]),
    Number(match[4]),
  ]
  // With dots it is the day everywhere.
  const isDayFirst = separator === '.' || first > 12 || (second <= 12 && (dayFirst ?? true))
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  const isOpen = separator !== '.' && dayFirst === undefined && first <= 12 && second <= 12
  const said = date('day', year, month, day)
  return isOpen && first !== second ? { ...said, ambiguous: true as const } : said
}

function withinDecade(part: string | undefined): number {
  return { early: 2, mid: 5, late: 8 }[part?.toLowerCase() ?? 'mid'] ?? 5
}

function age(years: number | undefined) {
  if (years === undefined || years > 119) return null
  return { kind: 'age' as const, precision: 'year' as const, years }
}

const precisionOf: Readonly<Record<Unit, Precision>> = {
  day: 'day',
  week: 'day',
  month: 'month',
  year: 'year',
}

function later(unit: string, count: number) {
  const name = unit.toLowerCase() as Unit
  return { kind: 'later' as const, precision: precisionOf[name], unit: name, count }
}

function ago(unit: string, count: number) {
  const name = unit.toLowerCase() as Unit
  return { kind: 'ago' as const, precision: precisionOf[name], unit: name, count }
}

/** "When she was seven" may be said of a sister. */
function isAbout(who: string, { name, thirdPerson }: TimeOptions): boolean {
  if (/^(I|we)$/i.test(who)) return true
  if (/^(she|he)$/i.test(who)) return thirdPerson === true
  return name !== undefined && who.toLowerCase() === name.toLowerCase()
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isPossible(said: Said): boolean {
  if (said.kind !== 'date' && said.kind !== 'yearless') return true
  const { month = 1, day = 1 } = said
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth[month - 1]!
}
