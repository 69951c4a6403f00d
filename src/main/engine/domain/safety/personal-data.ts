import { cardsIn } from './card.ts'
import { nationalIdsIn } from './national-id.ts'
import { phonesIn } from './phone.ts'
import { streetAddressesIn } from './street-address.ts'

export type PersonalDataKind = 'e-mail' | 'phone' | 'card' | 'national id' | 'street address'

// Bounded, and begun only where an address can begin: no text makes it slow.
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@|\s?[([]at[)\]]\s?)[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?[([]dot[)\]]\s?)[\p{L}\p{N}-]{1,63}){0,4}(?:\.|\s?[([]dot[)\]]\s?)\p{L}{2,24}/giu

/**
 * Kinds of personal data in a text, each once. Made for few false alarms: a home town, a salary, a
 * date or a row of years is not personal data.
 *
 * @param own  what never counts: the persona's own seed
 */
export function personalDataIn(text: string, own: readonly string[] = []): PersonalDataKind[] {
  const known = own.map(fold).filter((value) => value !== '')
  const strange = (match: string) => !known.some((value) => value.includes(fold(match)))
  const ids = nationalIdsIn(text)
  const cards = cardsIn(text)
  // What is one number is not also another.
  const rest = [...ids, ...cards].reduce((left, match) => left.replaceAll(match, ' # '), text)
  const found: readonly (readonly [PersonalDataKind, readonly string[]])[] = [
    ['e-mail', [...text.matchAll(EMAIL)].map(([match]) => match)],
    ['national id', ids],
    ['card', cards],
    ['phone', phonesIn(rest)],
    ['street address', streetAddressesIn(text)],
  ]
  return found.flatMap(([kind, matches]) => (matches.some(strange) ? [kind] : []))
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}
