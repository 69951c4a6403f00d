const NAME = String.raw`(?:\p{Lu}[\p{L}'’.-]{0,30}|\d{1,3}(?:st|nd|rd|th))`
const STREET =
  'Street|St\\.?|Avenue|Ave\\.?|Road|Rd\\.?|Lane|Ln\\.?|Boulevard|Blvd\\.?|Crescent|Terrace'
/** Words that end a street's name, and much else ("Google Drive"). */
const MAYBE_STREET =
  'Drive|Dr\\.?|Close|Court|Ct\\.?|Square|Way|Place|Gardens|Grove|Hill|Row|Mews|Parkway|Highway'

// House number first, as in English; by its capitals, or by what is said before it.
const ENGLISH = new RegExp(
  `(?<![\\p{L}\\d.,])(\\d{1,5})[A-Za-z]?,?\\s(${NAME}\\s)(?:${NAME}\\s){0,2}(?:${STREET})(?!\\p{L})`,
  'gu',
)
const ENGLISH_AFTER_AT = new RegExp(
  `(?<!\\p{L})(?:at|address(?: is)?:?)\\s(\\d{1,5}[a-z]?),?\\s((?:[\\p{L}\\d'’.-]{1,30}\\s){1,3})(?:${STREET}|${MAYBE_STREET})(?!\\p{L})`,
  'giu',
)
const FRENCH =
  /(?<![\d.,])\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:[Rr]ue\s(?:\p{L}{1,30}['’\s]){0,3}|(?:[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Qq]uai|[Cc]ours|[Rr]oute)\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])?(?=\p{Lu}))\p{L}{2,30}/gu
const GERMAN =
  /(?<!\p{L})(\p{Lu}\p{L}{1,40}(?:straße|strasse|str\.?|weg|gasse|allee|platz))\s\d{1,3}[a-z]?(?![\p{L}\d])/gu
const ROMANCE =
  /(?<!\p{L})(?:Calle|C\/|Avenida|Avda\.?|Paseo|Rua|Via|Viale|Piazza|Corso)\s(?:d[a-z]{1,3}\s(?:l[ao]s?\s)?)?\p{Lu}[\p{L}'’]{1,30}(?:\s\p{L}[\p{L}'’]{1,30}){0,2},?\s(?:n[º°]\s?)?\d{1,3}(?!\d)/gu
const DUTCH = /(?<!\p{L})\p{Lu}\p{L}{1,40}(?:straat|laan|gracht|kade)\s\d{1,3}[a-z]?(?![\p{L}\d])/gu

const MONTHS =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\s/
const BEFORE_YEAR =
  /(?<!\p{L})(?:in|since|from|by|until|till|of|during|early|late|around|after|before|and|january|february|march|april|may|june|july|august|september|october|november|december)\s$/iu
/** "at 10 minutes down the road" has the form, but these words name no street. */
const NO_NAME =
  /(?:^|\s)(?:the|a|an|of|from|on|in|to|by|up|down|along|minutes?|hours?|miles?|metres?|meters?|blocks?|doors?|houses?|people|years?|different|percent|least|most)\s/i
/** German compounds that are no address, however they end. */
const NO_STREET =
  /^(?:Arbeits|Park|Sitz|Spiel|Camping|Stell|Listen|Tabellen|Start|Studien|Ausbildungs|Steh|Lager|Sport|Fußball|Tennis|Lehr|Kita|Rang|Um|Aus|Fahrt|Schul|Heim|Rück|Hin|Rad|Wander|Lebens|Werde)(?:platz|weg)$/

/** Street addresses in a text: a street with a house number. A street alone is none. */
export function streetAddressesIn(text: string): string[] {
  const english = [...text.matchAll(ENGLISH)].filter(
    ({ index, 1: number, 2: name }) =>
      !MONTHS.test(name!) &&
      !(
        /^(?:19|20)\d{2}$/.test(number!) &&
        BEFORE_YEAR.test(text.slice(Math.max(0, index - 12), index))
      ),
  )
  const lower = [...text.matchAll(ENGLISH_AFTER_AT)].filter(([, , name]) => !NO_NAME.test(name!))
  const german = [...text.matchAll(GERMAN)].filter(([, name]) => !NO_STREET.test(name!))
  return [
    ...english.map(([match]) => match),
    ...lower.map(([match]) => match.replace(/^\D+/, '')),
    ...german.map(([match]) => match),
    ...[FRENCH, ROMANCE, DUTCH].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([match]) => match),
    ),
  ]
}
