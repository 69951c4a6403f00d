import { countryCities } from './country-cities.ts'

const UPPER = 'A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪĮİŁŃŇŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ'
const LOWER = "a-zß-öø-ÿāăąćčďđēėęěğīįıłńňőœřśşšťūůűźżžșț'"
const capitalised = `(?:St\\. )?[${UPPER}][${LOWER}]*[${LOWER}${UPPER}](?:-[${UPPER}${LOWER}]+)*`
const notPlaces = `(?:My|It|He|She|We|The|They|This|That|There|Then|When|After|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Ramadan|English|French|German|Spanish|Italian|God|Grade|Year|But|And|In|On|At|For|No|Yes|Dad|Mum|Mom|Grandma|Grandpa|Aunt|Uncle|Room|Apartment|Flat|Unit)\\b`

/** A capitalised name of one to four words, as the source of a pattern without groups. */
export const PLACE = `(?:the (?=[${UPPER}]))?(?!${notPlaces})${capitalised}(?: (?:de |la |le |of |upon |am |sur |del |do |da |di |den |es |el )?(?!${notPlaces})${capitalised}){0,3}`

/** A name of a person or an organisation looks the same. */
export const NAME = `(?!${notPlaces})${capitalised}`

type Known = { readonly countries: readonly string[]; readonly kind: 'country' | 'region' | 'city' }

const regions = new Set(
  `norfolk|kent|cornwall|devon|yorkshire|essex|surrey|sussex|dorset|somerset|california|texas|florida|ohio|michigan|oregon|georgia|illinois|arizona|nevada|colorado|utah|montana|wyoming|idaho|kansas|nebraska|iowa|missouri|arkansas|louisiana|mississippi|alabama|tennessee|kentucky|virginia|maryland|delaware|pennsylvania|new jersey|connecticut|rhode island|massachusetts|vermont|new hampshire|maine|minnesota|wisconsin|indiana|oklahoma|new mexico|alaska|hawaii|north carolina|south carolina|north dakota|south dakota|west virginia|ontario|british columbia|alberta|manitoba|nova scotia|newfoundland|quebec|saskatchewan|tasmania|queensland|new south wales|normandy|brittany|provence|bavaria|saxony|tyrol|catalonia|andalusia|mallorca|tenerife|madeira|algarve|sicily|sardinia|tuscany|crete|siberia|kerala|punjab|rajasthan|bali|okinawa|hokkaido|patagonia|washington|manhattan|brooklyn|queens|bronx|kowloon|goa|luxembourg`.split(
    '|',
  ),
)

const aliases: Readonly<Record<string, string>> = {
  nyc: 'new york',
  'new york city': 'new york',
  brooklyn: 'new york',
  manhattan: 'new york',
  queens: 'new york',
  bronx: 'new york',
  la: 'los angeles',
  köln: 'cologne',
  münchen: 'munich',
  wien: 'vienna',
  zürich: 'zurich',
  'the hague': 'hague',
  newcastle: 'newcastle',
  'newcastle upon tyne': 'newcastle',
  krakow: 'kraków',
  gdansk: 'gdańsk',
  wroclaw: 'wrocław',
  poznan: 'poznań',
  kiev: 'kyiv',
  bengaluru: 'bangalore',
  'saint petersburg': 'st. petersburg',
  'st petersburg': 'st. petersburg',
  'st louis': 'st. louis',
  saigon: 'ho chi minh city',
  marrakech: 'marrakesh',
  lisboa: 'lisbon',
  milano: 'milan',
  roma: 'rome',
  'washington dc': 'washington',
  'mexico city': 'mexico city',
  hackney: 'london',
  camden: 'london',
  brixton: 'london',
  peckham: 'london',
  islington: 'london',
  soho: 'london',
  'east london': 'london',
  'north london': 'london',
  'south london': 'london',
  'west london': 'london',
  kreuzberg: 'berlin',
  neukölln: 'berlin',
  'prenzlauer berg': 'berlin',
  montmartre: 'paris',
  belleville: 'paris',
  trastevere: 'rome',
  gracia: 'barcelona',
  alfama: 'lisbon',
  headingley: 'leeds',
}

const known = new Map<string, Known>()
const countryOfName = new Map<string, string>()
for (const [names, cities] of countryCities) {
  const country = names.split('|')[0]!
  for (const name of names.split('|')) countryOfName.set(name, country)
  for (const city of cities.split('|')) {
    const name = city.replace(/^the /, '')
    const other = known.get(name)
    const kind = regions.has(name) ? 'region' : 'city'
    if (name) known.set(name, { countries: [...(other?.countries ?? []), country], kind })
  }
}

/** One name per place, in lower case: "the Netherlands" and "Holland" are `netherlands` and so on. */
export function placeOf(name: string): string {
  const lower = name.toLowerCase().replace(/^the /, '').replace(/[.']$/, '').replace(/'s$/, '')
  const plain = lower.replace(/^(?:city of|downtown|central|greater|old|inner) /, '')
  const one = aliases[plain] ?? plain
  return countryOfName.get(one) ?? one
}

/** Countries a place may lie in; none when it is not known. */
export function countriesOf(place: string): readonly string[] {
  const country = countryOfName.get(place)
  return country ? [country] : (known.get(place)?.countries ?? [])
}

/** Whether somebody in `a` is surely not in `b`; both as `placeOf` names them. */
export function placesExclude(a: string, b: string): boolean {
  if (
    a === b ||
    a.startsWith(`${b} `) ||
    b.startsWith(`${a} `) ||
    a.endsWith(` ${b}`) ||
    b.endsWith(` ${a}`)
  )
    return false
  const [inA, inB] = [countriesOf(a), countriesOf(b)]
  const apart = inA.length > 0 && inB.length > 0 && !inA.some((country) => inB.includes(country))
  if (apart) return true
  if (isArea(a) || isArea(b)) return false
  return true
}

function isArea(place: string): boolean {
  return (
    countryOfName.has(place) ||
    regions.has(place) ||
    /(?:shire|land|county|valley|island|islands|coast|province)$/.test(place)
  )
}
