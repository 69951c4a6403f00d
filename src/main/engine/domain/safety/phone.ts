// A price, a year, a date or a row of counts has as many digits as a call; what tells a call is how
// it begins, how it is grouped, or what is said before it.
const INTERNATIONAL =
  /(?<![\p{L}\p{N}.,+])(?:\+|00 ?)[1-9]\d{0,2}(?:[ ./-]?\(?\d{1,14}\)?){1,6}(?!\d)/gu
const TRUNK =
  /(?<![\p{L}\p{N}.,/+-])0[1-9]\d{0,3}(?:[ ./-]\d{2,8}){1,5}(?![\p{L}\d])|(?<![\p{L}\p{N}.,/+-])0[1-9]\d{8,9}(?!\d)/gu
const AREA_IN_BRACKETS = /(?<!\p{N})\(\d{2,5}\)[ -]?\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?!\d)/gu
const NORTH_AMERICAN = /(?<![\d.,-])(?:1[ .-])?[2-9]\d{2}([.-])\d{3}\1\d{4}(?![\d-])/g
const ANNOUNCED =
  /(?<!\p{L})(?:(?:tele)?phone|tel|mobile|cell|whatsapp|my number|call me|text me|reach me|téléphone|portable|handynummer|telefon|teléfono|móvil)(?:\s(?:number|no|on|at|is|est|ist|es|le)){0,3}\.?:?\s{1,2}(\d(?:[ ./-]?\d){6,14})(?!\d)/giu

/** Telephone numbers in a text, as they are written there. */
export function phonesIn(text: string): string[] {
  const found = [INTERNATIONAL, TRUNK, AREA_IN_BRACKETS, NORTH_AMERICAN].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([match]) => match),
  )
  const announced = [...text.matchAll(ANNOUNCED)].map((match) => match[1]!)
  return [
    ...found.filter((match) => countDigits(match) >= 9 && isGroupedAsCall(match)),
    ...announced.filter((match) => !isDate(match) && !isThousands(match)),
  ]
}

function isGroupedAsCall(match: string): boolean {
  if (countDigits(match) > 15 || isDate(match)) return false
  // "+12 000 000" is a large number; with a country code and eleven digits it is a call.
  if (isThousands(match) && countDigits(match) < 11) return false
  if (/^\+\d\.\d+$/.test(match) || /^\((?:19|20)\d{2}\)/.test(match)) return false
  // Opening hours and scores change their separators; a call does so after its area code at most.
  const separators = match.match(/[ ./-]/g) ?? []
  return new Set(separators.slice(match.startsWith('+') ? 2 : 1)).size <= 1
}

function countDigits(match: string): number {
  return match.replaceAll(/\D/g, '').length
}

function isDate(match: string): boolean {
  return /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?:\D|$)/.test(
    match.trim(),
  )
}

function isThousands(match: string): boolean {
  return /^\+?\d{1,3}(?:[ .]\d{3})+$/.test(match.trim())
}
