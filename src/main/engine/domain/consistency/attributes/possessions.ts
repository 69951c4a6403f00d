import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { stateDays } from '../claims/when.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, polar, state } from './statements.ts'

const OWNED_SLACK = 45

const things: Readonly<Record<string, string>> = {
  car: 'car hatchback estate-car saloon Volvo Volkswagen Golf Ford Fiesta Toyota Corolla Honda Civic Renault Peugeot Fiat Skoda BMW Audi Mercedes Mazda Nissan Subaru Opel Citroën Hyundai Kia Tesla Mini Jeep Saab Polo Škoda',
  motorbike: 'motorbike motorcycle moped scooter',
  bicycle: 'bicycle bike',
  van: 'van campervan',
  boat: 'boat sailboat yacht',
  television: 'television tv telly',
  smartphone: 'smartphone mobile cellphone phone',
  computer: 'computer laptop',
  piano: 'piano',
  violin: 'violin',
  guitar: 'guitar',
  cello: 'cello',
  garden: 'garden allotment',
  house: 'house',
  gun: 'gun rifle',
  dishwasher: 'dishwasher',
  microwave: 'microwave',
  passport: 'passport',
  'driving licence': 'licence license',
}
const thingOf = new Map(
  Object.entries(things).flatMap(([thing, names]) =>
    names.split(' ').map((name) => [name, thing] as const),
  ),
)
const THING = `(?:${[...thingOf.keys()].toSorted((a, b) => b.length - a.length).join('|')})`
const LOOKS =
  '(?:(?!(?:of|for|to|in|with|at|on|and|from|by|the|a|an|no|any|or|as|that|about|into) )[a-z-]+ ){0,3}'

const owns = new RegExp(
  `${selfVerb('own|owns|owned|have|has|had|possess|bought|got|inherited|sold|drive|drives|drove|keep|kept')} (?<count>a|an|my|no|any|one|two|three|another)? ?${LOOKS}(?<thing>${THING})\\b(?! (?:crash|accident|park|ride|key|keys|lesson|lessons|trip|problem|journey|wash|full|pool|seat|to (?:clean|paint|pay|myself)|number|phone number|plant))`,
  'g',
)
const no = new RegExp(
  `${SELF} (?:have |has |had )?never (?:once )?(?:owned|had|bought|possessed|held)(?: so much as)? (?:a |an |any )?${LOOKS}(?<never>${THING})\\b|${SELF} (?:have|has|own|had) no ${LOOKS}(?<no>${THING})\\b|${SELF} do(?:es)? not (?:own|have|possess) (?:a |an |any )${LOOKS}(?<dont>${THING})\\b|\\b(?:without|never needed) (?:a|any) (?<without>car|television|smartphone)\\b`,
  'g',
)
const list = new RegExp(
  `${SELF} own no (?<list>(?:[a-z]+,? (?:or )?)+?)(?: of any kind)?(?=[,.;]|$| and )`,
  'g',
)
const mine = new RegExp(
  `\\b[Mm]y ${LOOKS}(?<thing>Volvo|Volkswagen|Toyota|Honda|Renault|Peugeot|Fiat|Skoda|Škoda|BMW|Audi|Mercedes|Mazda|Nissan|Subaru|Opel|Hyundai|Tesla|Saab|car|motorbike|motorcycle|bicycle|van|boat|piano|violin|guitar|cello|laptop|smartphone|phone|television|passport)\\b(?! (?:days|crash|accident))`,
  'g',
)
const onlyVehicle = new RegExp(
  `\\b[Mm]y (?:only )?(?:vehicle|means of transport) is (?:a|an|my) ${LOOKS}(?:[A-Z]\\w+ )?(?<thing>${THING})\\b`,
  'g',
)
const vehicle = new RegExp(
  `${SELF} (?:have |has |had )?never (?:had|owned) (?:a|any) vehicle\\b|${SELF} (?:have|own) no vehicle`,
  'g',
)
const rents = new RegExp(
  `${selfVerb('rents?|rented|renting')} (?:a|an|the|my|this|from) ?(?:\\w+ ){0,2}(?:flat|apartment|house|room|place|home|cottage|studio|landlord|bungalow)|${SELF} (?:have been |had been |was |were |am |still )(?:still )?renting(?= (?:since|for|from)|[.,])|\\b[Mm]y (?:landlord|landlady)\\b|\\b[Mm]y rent\\b`,
  'g',
)
const ownsHome = new RegExp(
  `${selfVerb('own|owns|owned|bought|paid off|built')} (?:a|an|the|my|this) (?:own |first |small |little |new )*(?:[a-z-]+ )?(?:flat|apartment|house|home|cottage|bungalow|terrace|condo|mortgage)\\b|\\b[Mm]y mortgage\\b|\\b(?:house|flat|apartment|cottage|condo) (?:that )?(?:I|we) (?:had )?(?:bought|own|owned)\\b`,
  'g',
)
const neverOwnedHome = new RegExp(
  `${SELF} (?:have |has |had )?never (?:owned|bought) (?:a |any |my own )?(?:home|house|flat|apartment|property)\\b`,
  'g',
)

export const possessions: AttributeReader = {
  cues: words(`${[...thingOf.keys()]
    .filter((name) => !name.includes('-'))
    .join(' ')
    .toLowerCase()} vehicle rent rents rented renting landlord landlady
    mortgage flat apartment home cottage bungalow`),
  read(sentence, emit) {
    readOwned(sentence, emit)
    readHome(sentence, emit)
  },
}

function readOwned(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const { eventDay } = context
  const now = { days: { from: eventDay, to: eventDay }, slack: OWNED_SLACK }
  for (const match of matchesOf(owns, text)) {
    const verb = readVerb(match)
    const { thing: word = '', count = '', verb: does = '' } = match.groups!
    if (
      !verb ||
      verb.negative ||
      count === 'no' ||
      (count === '' && !/licence|license|passport/.test(word))
    )
      continue
    const thing = thingOf.get(word)!
    if (thing === 'car' && /^(?:drive|drives)$/.test(does) && count !== 'my') continue
    if (thing === 'house') continue
    if (/\b(?:rent(?:al|ed)|hire|hired|borrowed|company)\b/.test(match[0])) continue
    const span = spanOf(match, word)
    emit({ ...span, statement: ever('having owned', thing, true, eventDay) })
    const held = stateDays(sentence, verb, [span.start, span.end], OWNED_SLACK)
    if (held && !/^(?:bought|got|inherited|sold)$/.test(does))
      emit({ ...span, statement: polar('owns', thing, true, held) })
    if (held && /^(?:bought|got|inherited|sold)$/.test(does))
      emit({
        ...span,
        statement: polar('owns', thing, true, {
          days: { from: held.days.to + 1, to: held.days.to + 20 },
        }),
      })
  }
  for (const match of [...matchesOf(mine, text), ...matchesOf(onlyVehicle, text)]) {
    const thing = thingOf.get(match.groups!['thing']!)!
    if (/\b(?:sold|stolen|first|old|used to|when I was|dream)\b/.test(text))
      emit({ ...spanOf(match), statement: ever('having owned', thing, true, eventDay) })
    else emit({ ...spanOf(match), statement: polar('owns', thing, true, { ...now, slack: 30 }) })
  }
  for (const match of matchesOf(no, text)) {
    const { never, no: none, dont, without } = match.groups!
    const thing = thingOf.get((never ?? none ?? dont ?? without)!)!
    if (never) emit({ ...spanOf(match), statement: ever('having owned', thing, false, eventDay) })
    if (!/\bhad no\b/.test(match[0]) || context.field === 'facts')
      emit({ ...spanOf(match), statement: polar('owns', thing, false, now) })
  }
  for (const match of matchesOf(list, text)) {
    for (const word of match.groups!['list']!.split(/[ ,]+/)) {
      const thing = thingOf.get(word)
      if (thing) emit({ ...spanOf(match), statement: polar('owns', thing, false, now) })
    }
  }
  for (const match of matchesOf(vehicle, text)) {
    for (const thing of ['car', 'van', 'motorbike'])
      emit({ ...spanOf(match), statement: ever('having owned', thing, false, eventDay) })
    for (const thing of ['car', 'van', 'motorbike'])
      emit({ ...spanOf(match), statement: polar('owns', thing, false, now) })
  }
}

function readHome(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(rents, text)) {
    const verb =
      match.groups!['verb'] === undefined
        ? ({ tense: 'present', negative: false } as const)
        : readVerb(match)
    if (
      !verb ||
      verb.negative ||
      /\b(?:out|to (?:students|tourists|a)|for the (?:week|weekend|summer)|holiday)\b/.test(
        text.slice(match.index),
      )
    )
      continue
    const span = spanOf(match)
    const held = stateDays(sentence, verb, [span.start, span.end], 60)
    if (held) emit({ ...span, statement: state('home is', 'rented', held) })
    if (held) emit({ ...span, statement: polar('renting the home', '', true, held) })
  }
  for (const match of matchesOf(ownsHome, text)) {
    const verb =
      match.groups!['verb'] === undefined
        ? ({ tense: 'present', negative: false } as const)
        : readVerb(match)
    if (!verb || verb.negative) continue
    // A house elsewhere is not the home.
    if (
      / an? (?:[a-z-]+ )?\w+$/.test(match[0]) &&
      /^ in [A-Z]/.test(text.slice(match.index + match[0].length))
    )
      continue
    const span = spanOf(match)
    emit({ ...span, statement: ever('owning a home', '', true, context.eventDay) })
    const held = stateDays(sentence, verb, [span.start, span.end], 60)
    if (held && !/bought|built/.test(match[0])) {
      emit({ ...span, statement: state('home is', 'owned', held) })
      emit({ ...span, statement: polar('renting the home', '', false, held) })
    }
  }
  for (const match of matchesOf(neverOwnedHome, text))
    emit({ ...spanOf(match), statement: ever('owning a home', '', false, context.eventDay) })
}
