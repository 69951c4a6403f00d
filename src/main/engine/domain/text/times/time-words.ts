const monthNames = `january february march april may june july august september october november
  december`.split(/\s+/)
const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const ordinals = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
  thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
  twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth
  twenty-ninth thirtieth thirty-first`.split(/\s+/)
const numbers = `one two three four five six seven eight nine ten eleven twelve`.split(' ')

/** As [first month, months]: northern, since a text does not say where. */
const seasonMonths: Readonly<Record<string, readonly number[]>> = {
  spring: [2, 3, 4],
  summer: [5, 6, 7],
  autumn: [8, 9, 10],
  fall: [8, 9, 10],
  winter: [11, 12, 13],
}

// "sept" and the three-letter names, except those that are words of their own.
const shortMonths = 'jan feb apr jun jul aug sep sept oct nov dec'.split(' ')

/** Sources of regular expressions, each one group. */
export const MONTH = `(${[...monthNames, ...shortMonths].join('|')})`
export const WEEKDAY = `(${weekdayNames.join('|')})`
export const SEASON = `(${Object.keys(seasonMonths).join('|')})`
export const YEAR = '((?:19|20)\\d\\d)'
// Longest first: "twenty-first" is not "first" after a hyphen, but "sixth" begins as "sixteenth" does.
export const DAY_NUMBER = `(\\d{1,2}(?:st|nd|rd|th)?|${ordinals.toReversed().join('|')})`
export const COUNT = `(\\d{1,3}|an?|${numbers.join('|')}|(?:a )?(?:couple of|few)|several)`

/** 0–11. */
export function monthOf(name: string): number {
  return monthNames.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3)))
}

/** 0 is Monday. */
export function weekdayNamed(name: string): number {
  return weekdayNames.indexOf(name.toLowerCase())
}

/** Months from January of the year it begins in: a winter reaches into the next. */
export function monthsOfSeason(name: string): readonly number[] {
  return seasonMonths[name.toLowerCase()]!
}

/** Day of the month from "7", "7th" or "seventh". */
export function dayNumber(text: string): number {
  const ordinal = ordinals.indexOf(text.toLowerCase())
  return ordinal >= 0 ? ordinal + 1 : Number.parseInt(text, 10)
}

/** "two" and "2" are 2; "a couple of" is 2, "a few" and "several" 3. */
export function countOf(text: string): number {
  const plain = text.toLowerCase()
  const number = numbers.indexOf(plain)
  if (number >= 0) return number + 1
  if (plain === 'a' || plain === 'an') return 1
  if (plain.endsWith('couple of')) return 2
  if (plain.endsWith('few') || plain === 'several') return 3
  return Number(plain)
}
