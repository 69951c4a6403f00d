import type { Domain, DomainGroup } from './domains.ts'

/** A character of the charts' 13 px in bold, in pixels; digits are as wide as each other. */
const CHARACTER_PX = 7.3
/** What a digit is wider than letters are on average: names of bands are hardly anything else. */
const DIGIT_MORE_PX = 1.2
/** The dot before a name and the gap after it. */
const SWATCH_PX = 18
/** "n 1 234" after a name. */
const COUNT_PX = 62
/** The sign of few answers behind a number. */
const SIGN_PX = 14

/** Pixels for the numbers beside marks, the same in every row so that scales line up. */
export function numbersWidth(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map(({ length }) => length))
  return Math.round(Math.max(4, longest) * CHARACTER_PX) + SIGN_PX
}

/** Pixels for the names of rows: one line where it is not too much, else two. */
export function namesWidth(groups: readonly DomainGroup[], hasCount: boolean): number {
  const names = domainsIn(groups).map(
    ({ label }) => label.length * CHARACTER_PX + digitsIn(label) * DIGIT_MORE_PX,
  )
  const [least, most] = hasCount ? [100, 170] : [70, 170]
  const name = Math.min(most, Math.max(least, ...names))
  return Math.round(name) + SWATCH_PX + (hasCount ? COUNT_PX : 0)
}

function digitsIn(text: string): number {
  return text.match(/\d/g)?.length ?? 0
}

function domainsIn(groups: readonly DomainGroup[]): Domain[] {
  return groups.flatMap(({ domains }) => domains)
}
