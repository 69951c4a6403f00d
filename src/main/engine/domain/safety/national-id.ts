import { passesCpf, passesDni, passesInsee, passesLuhn, passesSteuerId } from './check-digits.ts'

type Kind = { readonly pattern: RegExp; readonly passes?: (bare: string) => boolean }

// One per country whose numbers can be told from other numbers by their form or check digits.
const kinds: readonly Kind[] = [
  // United States, social security number.
  { pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g },
  // United Kingdom, national insurance number.
  {
    pattern:
      /(?<![\p{L}\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu,
  },
  // France, INSEE.
  {
    pattern: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?!\d)/g,
    passes: passesInsee,
  },
  // Germany, tax number.
  { pattern: /(?<![\d.,])(?:\d{11}|\d{2} \d{3} \d{3} \d{3})(?!\d)/g, passes: passesSteuerId },
  // Spain, DNI and NIE.
  {
    pattern: /(?<![\p{L}\d])(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?![\p{L}\d])/gu,
    passes: passesDni,
  },
  // Italy, codice fiscale.
  { pattern: /(?<![\p{L}\d])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\d])/gu },
  // Switzerland, AHV.
  { pattern: /(?<!\d)756\.\d{4}\.\d{4}\.\d{2}(?!\d)/g },
  // Sweden, personnummer.
  {
    pattern: /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}(?!\d)/g,
    passes: passesLuhn,
  },
  // Brazil, CPF.
  { pattern: /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g, passes: passesCpf },
  // Any number that is called one.
  {
    pattern:
      /(?<!\p{L})(?:passport|ssn|social security|national insurance|aadhaar|personalausweis)(?: (?:number|no\.?|nummer))?\s{0,2}(?:is|:|#)?\s{0,2}[A-Z]{0,3}\d(?:[ -]?\d){5,11}(?!\d)/giu,
  },
]

/** National identity numbers in a text, as they are written there. */
export function nationalIdsIn(text: string): string[] {
  return kinds.flatMap(({ pattern, passes }) =>
    [...text.matchAll(pattern)]
      .map(([match]) => match)
      .filter((match) => passes?.(match.replaceAll(/[^\p{L}\d]/gu, '')) ?? true),
  )
}
