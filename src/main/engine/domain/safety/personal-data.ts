export type PersonalDataKind = 'e-mail' | 'phone' | 'card' | 'national id' | 'street address'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu
// Ten digits or more with a plus or grouping: a price, a year or a count is none of that.
const PHONE =
  /(?<![\p{L}\p{N}.,])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,4}\)[\s.-]?)?\d{1,4}(?:[\s.-]\d{2,4}){2,5}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\+\d{9,15}(?!\d)/gu
// Payment cards begin with 3 to 6.
const CARD = /(?<![\d+])[3-6](?:[ -]?\d){12,18}(?!\d)/g
// US social security number, UK national insurance number, French INSEE number.
const NATIONAL_ID =
  /(?<!\d)(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?!\d)|\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b|(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?!\d)/g
const STREET_BEFORE =
  /(?<!\d)\d{1,5}[a-z]?,?\s+(?:[\p{Lu}][\p{L}'’.-]*\s+){1,3}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Ln\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Close|Court|Terrace|Square)(?!\p{L})/gu
const STREET_AFTER =
  /(?<!\d)\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|chemin|impasse|allée|quai)\s+(?:de\s+la\s+|du\s+|des\s+|de\s+|d['’])?\p{L}{2,}|\p{Lu}\p{L}+(?:straße|strasse|weg|gasse|platz)\s+\d{1,4}[a-z]?(?!\p{L})/gu

/**
 * Kinds of personal data in a text, each once. Made for few false alarms: a home town, a salary or
 * a year is not personal data.
 *
 * @param own  what never counts: the persona's own seed
 */
export function personalDataIn(text: string, own: readonly string[] = []): PersonalDataKind[] {
  const known = own.map((value) => value.toLocaleLowerCase('en')).filter((value) => value !== '')
  const strange = (match: string) =>
    !known.some((value) => value.includes(match.trim().toLocaleLowerCase('en')))
  const rest = text.replaceAll(NATIONAL_ID, (match) => (isDate(match) ? match : ' # '))
  const found: [PersonalDataKind, boolean][] = [
    ['e-mail', has(text, EMAIL, strange)],
    ['national id', has(text, NATIONAL_ID, strange)],
    ['card', has(rest, CARD, (match) => strange(match) && passesLuhn(match))],
    ['phone', has(rest, PHONE, (match) => strange(match) && isPhone(match))],
    ['street address', has(text, STREET_BEFORE, strange) || has(text, STREET_AFTER, strange)],
  ]
  return found.flatMap(([kind, isThere]) => (isThere ? [kind] : []))
}

function has(text: string, pattern: RegExp, counts: (match: string) => boolean): boolean {
  return [...text.matchAll(pattern)].some(([match]) => counts(match))
}

function isPhone(match: string): boolean {
  const digits = match.replaceAll(/\D/g, '')
  return digits.length >= 9 && digits.length <= 15 && !isDate(match) && !isThousands(match)
}

function isDate(match: string): boolean {
  return /^\s*(\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}[.-]\d{1,2}[.-]\d{1,2})\s*$/.test(match)
}

// "1 200 000 000" is a large number, not a call.
function isThousands(match: string): boolean {
  return /^\s*\d{1,3}([ .]\d{3})+\s*$/.test(match)
}

/** The check digit of payment cards (Luhn 1960). */
function passesLuhn(match: string): boolean {
  const digits = [...match.replaceAll(/\D/g, '')].map(Number)
  if (new Set(digits).size === 1) return false
  const sum = digits.toReversed().reduce((total, digit, i) => {
    const value = i % 2 === 1 ? digit * 2 : digit
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
