import { passesLuhn } from './check-digits.ts'

// As they are written: in one piece, in fours, or 4-6-5 and 4-6-4. Groups of three are a large number.
const CANDIDATE =
  /(?<![\d.,+-])(?:\d{14,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|3\d{3}([ -])\d{6}\2\d{4,5})(?!\d)/g

// Issuers' ranges and lengths (ISO/IEC 7812): Visa, Mastercard, American Express, Diners, Discover,
// JCB, UnionPay. Visa's 13 digits are out of use and look like bar codes.
const ISSUERS =
  /^(?:4(?:\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17})$/

/** Numbers of payment cards in a text, as they are written there. */
export function cardsIn(text: string): string[] {
  return [...text.matchAll(CANDIDATE)]
    .map(([match]) => match)
    .filter((match) => {
      const digits = match.replaceAll(/\D/g, '')
      return ISSUERS.test(digits) && passesLuhn(digits)
    })
}
