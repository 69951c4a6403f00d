import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { eventDays, statedDays } from '../claims/when.ts'
import { continentNames, continentsOf, isContinent } from '../lexicon/continents.ts'
import { countriesOf, PLACE, placeOf } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, polar } from './statements.ts'
import { readTravelLimits, readTravelTraces } from './travel-traces.ts'

/** Up to so long a stretch, a day in it is as good as all of it. */
const SURE_DAYS = 40

const neverTo = new RegExp(
  `${SELF} (?:have |has |had )?(?:never|not once) (?:once |ever |actually |even |yet )?(?:been (?:to|in)|visited|set foot in|seen|travell?ed to|gone to|went to) (?<place>${PLACE})(?! (?:again|since|as|so|like|before|this|that|after))`,
  'g',
)
const neverAbroad = new RegExp(
  `${SELF} (?:have |has |had )?(?:never|not once) (?:once |ever |actually |even |yet )?(?:been abroad|left (?:the country|my country|my homeland|my home country|(?:the )?(?<left>${PLACE}))|travell?ed abroad|gone abroad|been outside (?:of )?(?:the country|my country|(?<out>${PLACE}))|set foot (?:outside|abroad)(?: of)?(?: the country| (?<foot>${PLACE}))?|(?:travell?ed|been|gone|ventured) (?:outside|out) of? ?(?:the country|my country|my homeland|(?<outside>${PLACE}))|crossed a border|needed a passport|had a passport|owned a passport|lived abroad)|${SELF} (?:do not|have never) (?:even )?(?:have|had|owned?|held) a passport`,
  'g',
)
const visited = new RegExp(
  `${selfVerb('went|gone|go|visited|flew|travelled|traveled|drove|sailed|hitchhiked|backpacked|went backpacking|went travelling|went traveling|cycled|arrived|landed|been|spent [^,.;]{2,30}|holidayed|honeymooned|stayed|took (?:the|a) (?:train|ferry|boat|bus|plane|flight)|moved|lived|studied|worked|toured|took a trip|came back|returned|came home|was|were|got back|emigrated')}(?: (?:with [^,.;]{2,30}?|again|back|over|around|for (?:a|two|three|the) [^,.;]{2,20}?|by (?:train|car|bus|plane|boat)|on (?:a|my|the) [^,.;]{2,30}?|all the way|together|alone|across|through|up|down|out|home))* (?:to|in|from|through|across|into|around) (?<place>${PLACE})|${SELF} (?:visited|toured|saw) (?<seen>${PLACE})`,
  'g',
)
const trip = new RegExp(
  `\\b(?:[Mm]y|[Oo]ur|a|[Tt]he|this|that) (?:first |second |school |summer |big |long )?(?:trip|holiday|holidays|honeymoon|vacation|journey|visit|weekend|year|semester|summer|fortnight|week) (?:to|in) (?<place>${PLACE})`,
  'g',
)
const abroad = new RegExp(
  `${selfVerb('went|lived|worked|studied|travelled|traveled|moved|spent [^,.;]{2,20}|been')} abroad`,
  'g',
)
const flown = new RegExp(
  `${SELF} (?:(?<never>(?:have |has |had )?(?:never|not once) (?:once |ever |actually |even |yet )?(?:flown|been on (?:a|an) (?:plane|aeroplane|airplane|flight)|been in (?:a|an) (?:plane|aeroplane|airplane)|set foot (?:on|in) (?:a|an) (?:plane|aeroplane|airplane)|boarded (?:a|an) (?:plane|aeroplane|airplane)|taken (?:a|any) (?:plane|flight)|got on (?:a|an) (?:plane|aeroplane|airplane)))|(?:flew|have flown|took (?:a|the) (?:\\w+ )?(?:plane|flight)|boarded (?:a|the) (?:plane|flight)|got (?:on|off) (?:a|the) plane|slept on the plane))\\b|\\b[Oo]n (?:the|my) flight (?:to|from|home|back)\\b`,
  'g',
)

// A journey goes somewhere: most sentences name nothing but their first word and "I".
const namesSomething = /(?<!^)\b(?!I\b)[A-ZÀ-Ž]/

export const travel: AttributeReader = {
  cues: words(`abroad country passport border visited flew travelled traveled trip holiday holidays honeymoon vacation journey visit foot
    flown plane flight aeroplane airplane went gone been left spent drove sailed hitchhiked backpacked cycled arrived landed
    stayed moved lived studied toured returned weekend fortnight train ferry emigrated worked saw seen
    woke slept ate swam danced wandered walked got camped skied surfed climbed hiked trekked celebrated honeymooned proposed married met
    bought drank sat stood taught toured performed played rode ran waited watched found had lay fell took back home days nights weeks
    night months summer winter christmas easter exchange internship conference break first yet none never headed made crossed hauled sent
    eloped photo photos postcard souvenir hotel hostel overseas`),
  read(sentence, emit) {
    if (/\b(?:never|not once|passport)\b/.test(sentence.text)) readNever(sentence, emit)
    if (namesSomething.test(sentence.text)) readVisits(sentence, emit)
    if (sentence.text.includes('abroad')) readAbroad(sentence, emit)
    if (/fl[eoi]|plane|board/.test(sentence.text)) readFlights(sentence, emit)
    readTravelLimits(sentence, emit)
    readTravelTraces(sentence, (name, match) => emitVisit(name, sentence, match, emit))
  },
}

function readNever(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(neverTo, text)) {
    const name = match.groups!['place']!
    emit({
      ...spanOf(match, name),
      statement: ever('having been to', placeOf(name), false, context.eventDay),
    })
  }
  for (const match of matchesOf(neverAbroad, text)) {
    const { left, out, foot, outside } = match.groups!
    const name = left ?? out ?? foot ?? outside
    if (/lived abroad/.test(match[0])) continue
    const continent = name && placeOf(name)
    if (continent && isContinent(continent)) {
      const statement = ever('having been outside', continent, false, context.eventDay)
      emit({ ...spanOf(match), statement })
      continue
    }
    // Staying in a town is another matter.
    if (name !== undefined && !sameCountry(placeOf(name), context.homeCountries)) continue
    emit({ ...spanOf(match), statement: ever('having been abroad', '', false, context.eventDay) })
  }
}

function readVisits(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const found = [...matchesOf(visited, text), ...matchesOf(trip, text)]
  for (const match of found) {
    const { place, seen, verb: word } = match.groups!
    const name = (place ?? seen)!
    if (word !== undefined) {
      const verb = readVerb(match)
      if (!verb || verb.negative || (verb.tense === 'present' && !/^(?:go|live|work)/.test(word)))
        continue
      if (/^(?:was|were)$/.test(word) && !/ in /.test(match[0])) continue
      if (
        /^(?:was|were)$/.test(word) &&
        !context.pastIsEventDay &&
        !statedDays(sentence, [match.index, match.index + match[0].length])
      )
        continue
    } else if (seen !== undefined && countriesOf(placeOf(name)).length === 0) continue
    emitVisit(name, sentence, match, emit)
  }
}

function readAbroad({ text, context }: Sentence, emit: Emit): void {
  for (const match of matchesOf(abroad, text)) {
    const verb = readVerb(match)
    if (verb && !verb.negative)
      emit({ ...spanOf(match), statement: ever('having been abroad', '', true, context.eventDay) })
  }
}

function emitVisit(name: string, sentence: Sentence, match: RegExpExecArray, emit: Emit): void {
  const { context } = sentence
  const place = placeOf(name)
  const countries = countriesOf(place)
  const span = spanOf(match, name)
  const when = eventDays(sentence, [span.start, span.end])
  const day = Math.min(when?.to ?? context.eventDay, context.eventDay)
  emit({ ...span, statement: ever('having been to', place, true, day) })
  const [country] = countries
  const near = when && when.to - when.from < SURE_DAYS
  const being = (where: string) => {
    if (near) emit({ ...span, statement: polar('being in', where, true, { days: when }) })
  }
  being(place)
  if (countries.length === 1 && country !== place) {
    emit({ ...span, statement: ever('having been to', country!, true, day) })
    being(country!)
  }
  for (const continent of countries.length === 1 ? continentsOf(country!) : [])
    emitContinent(continent, span, day, emit)
  const foreign =
    countries.length > 0 &&
    context.homeCountries.length > 0 &&
    !countries.some((each) => context.homeCountries.includes(each))
  if (foreign) {
    emit({ ...span, statement: ever('having been abroad', '', true, day) })
    being('abroad')
  }
}

type SpanOf = ReturnType<typeof spanOf>

function emitContinent(continent: string, span: SpanOf, day: number, emit: Emit): void {
  emit({ ...span, statement: ever('having been to', continent, true, day) })
  for (const other of continentNames) {
    if (other === continent) continue
    emit({ ...span, statement: ever('having been outside', other, true, day) })
  }
}

function readFlights(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(flown, sentence.text)) {
    if (/\b(?:kite|drone|flag)\b/.test(sentence.text)) continue
    emit({
      ...spanOf(match),
      statement: ever(
        'having flown',
        '',
        match.groups!['never'] === undefined,
        sentence.context.eventDay,
      ),
    })
  }
}

function sameCountry(place: string, home: readonly string[]): boolean {
  return (
    home.includes(place) ||
    countriesOf(place).some((country) => home.includes(country) && country === place)
  )
}
