/**
 * An option that stands for numbers: both ends in one unit, and how finely it is written. An open
 * end is infinite; `above` and `below` say that the end itself does not belong.
 */
export type NumberRange = {
  readonly low: number
  readonly high: number
  readonly excludesLow: boolean
  readonly excludesHigh: boolean
  /** The smallest step between two values as it is written: 1, 0.1, an hour in minutes… */
  readonly step: number
}

const digits = '(\\d[\\d,.\\u2009\\u202f ]*\\d|\\d)'
const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, thousand: 1e3 }
/** Kinds of time in minutes; a month is a twelfth of a year. */
const times: readonly (readonly [RegExp, number])[] = [
  [/\b(?:seconds?|secs?)\b/i, 1 / 60],
  [/\b(?:minutes?|mins?)\b/i, 1],
  [/\b(?:hours?|hrs?)\b/i, 60],
  [/\bdays?\b/i, 1_440],
  [/\bweeks?\b/i, 10_080],
  [/\bmonths?\b/i, 43_800],
  [/\byears?\b/i, 525_600],
]
const numberWords: Readonly<Record<string, string>> = {
  an: '1',
  a: '1',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  once: '1',
  twice: '2',
}
const rate =
  /(?<=\d[^\d]*|\b(?:once|twice|times?)\b[^\d]*)\b(?:an?|per|each|every) (hour|day|week|month|year)\b/i
/** With what is counted: days would be read as a length of time. */
const wholeRate = new RegExp(`(?:\\b(?:days?|nights?|hours?|minutes?)\\s+)?${rate.source}`, 'i')
const nothing = /^(?:none|never|zero|no \w+|not (?:once|at all)|nothing)$/i

/** Undefined when the text is no number or range. Times are in minutes. */
export function readRange(text: string): NumberRange | undefined {
  if (nothing.test(text.trim())) return exactly(0, 1)
  const plain = toFigures(text.replace(wholeRate, ''))
  const numbers = [
    ...plain.matchAll(new RegExp(`${digits}(?:\\s?(k|m|million|thousand)\\b)?`, 'gi')),
  ]
  if (numbers.length === 0 || numbers.length > 2 || hasOtherWords(plain)) return undefined
  const values = readValues(numbers, plain)
  return values && toRange(plain, values)
}

type Values = { readonly first: number; readonly second: number | undefined; readonly step: number }

function readValues(numbers: readonly RegExpExecArray[], plain: string): Values | undefined {
  const written = numbers.map((match) => readNumber(match[1]!))
  if (written.some((value) => value === undefined)) return undefined
  const lastScale = scaleOf(numbers.at(-1)!)
  const decimals = Math.max(...written.map((value) => value!.decimals))
  // What stands between the two is the first one's own unit; else both have the last one's.
  const between = numbers.length > 1 ? plain.slice(numbers[0]!.index, numbers[1]!.index) : plain
  const lastUnit = unitOf(plain.slice(numbers.at(-1)!.index)) ?? unitOf(plain) ?? 1
  const units = [unitOf(between) ?? lastUnit, lastUnit]
  const at = (i: number) => written[i]!.value * (scaleOf(numbers[i]!) ?? lastScale ?? 1) * units[i]!
  const step = 10 ** -decimals * (lastScale ?? 1) * lastUnit
  return { first: at(0), second: written.length > 1 ? at(1) : undefined, step }
}

function toRange(text: string, { first, second, step }: Values): NumberRange | undefined {
  if (second !== undefined) {
    if (second < first) return undefined
    const excludesHigh = /\b(?:to|but|and) (?:less than|under|below)\b|\bto under\b/i.test(text)
    return { low: first, high: second, excludesLow: false, excludesHigh, step }
  }
  const open = { low: -Infinity, high: Infinity, excludesLow: false, excludesHigh: false, step }
  if (
    /\b(?:or more|or over|or older|or longer|or above|or later|or higher|and over|and older|and more|and above|and up|at least|plus)\b|\d\s?(?:%|[a-zA-Z°€]+)?\s?\+/i.test(
      text,
    )
  )
    return { ...open, low: first }
  if (
    /\b(?:or less|or fewer|or under|or younger|or below|and under|and younger|up to|at most|no more than|maximum)\b/i.test(
      text,
    )
  )
    return { ...open, high: first }
  if (/\b(?:less than|fewer than|under|below|younger than|before)\b|^\s*</i.test(text))
    return { ...open, high: first, excludesHigh: true }
  if (/\b(?:more than|over|above|older than|longer than|greater than|after)\b|^\s*>/i.test(text))
    return { ...open, low: first, excludesLow: true }
  return exactly(first, step)
}

function exactly(value: number, step: number): NumberRange {
  return { low: value, high: value, excludesLow: false, excludesHigh: false, step }
}

/** "Twice", "a year", "1 or 2" and "€1 000" in figures. */
function toFigures(text: string): string {
  return text
    .replace(/\bhalf an? (hour|year|day)\b/gi, '0.5 $1')
    .replace(/\bthree quarters?\b/gi, '75 %')
    .replace(/\b(?:an? |one )?(?:(quarter)|half)\b(?! of an)/gi, (_, quarter?: string) =>
      quarter ? '25 %' : '50 %',
    )
    .replace(/\b(\d+) or (\d+)\b/g, '$1–$2')
    .replace(
      /\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|once|twice)\b/gi,
      (word) => numberWords[word.toLowerCase()]!,
    )
}

/** Words that make it more than an amount: "in the past 7 days", "2 jobs and a hobby". */
function hasOtherWords(text: string): boolean {
  const rest = text.replace(
    /\b(?:\d[\d,.]*|k|m|million|thousand|to|but|and|or|between|from|than|less|fewer|more|most|least|at|up|over|under|above|below|older|younger|longer|higher|later|about|around|only|no|plus|of age|age[ds]?|per|each|times?|maximum|greater|before|after)\b/gi,
    ' ',
  )
  return (rest.match(/\p{L}+/gu)?.length ?? 0) > 2
}

function readNumber(written: string): { value: number; decimals: number } | undefined {
  const compact = written
    .replace(/[\s\u2009\u202f]/g, '')
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace(',', '.')
  const value = Number(compact)
  if (!Number.isFinite(value)) return undefined
  return { value, decimals: compact.includes('.') ? compact.length - compact.indexOf('.') - 1 : 0 }
}

function scaleOf(match: RegExpExecArray): number | undefined {
  return match[2] ? scales[match[2].toLowerCase()] : undefined
}

function unitOf(text: string): number | undefined {
  return times.find(([pattern]) => pattern.test(text))?.[1]
}

/** The period of "3 times a week"; undefined where it is no rate. */
export function rateOf(text: string): string | undefined {
  return rate.exec(text)?.[1]?.toLowerCase()
}
