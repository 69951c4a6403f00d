import type { Sentence } from '../claims/sentence.ts'
import { SELF } from '../claims/verb-phrase.ts'
import { nationOf, NATIONAL } from '../lexicon/nationals.ts'
import { PLACE, placeOf } from '../lexicon/places.ts'
import { matchesOf, spanOf, type Emit } from './attribute-reader.ts'
import { ever, permanent, polar } from './statements.ts'

const CHILD =
  '(?:where|in which) (?:I|we) (?:grew up|learned to (?:read|walk|swim|ride|talk)|learnt to (?:read|walk|swim|ride)|spent my childhood|was raised|was brought up|were raised)|(?:I|we) (?:grew up|was raised|was brought up) in|(?:where )?I (?:played|ran about|went to (?:primary|infant|elementary)(?: school)?) (?:in |on )?as a (?:child|kid|boy|girl)'
const grewUp = new RegExp(
  `\\b(?<place>${PLACE}),? (?:(?:the|a|that) (?:[a-z-]+ ){0,2}(?:town|city|village|place|island|neighbou?rhood|street|suburb|estate) )?(?:${CHILD})(?=[,.;]|$| )|\\b(?:the|that) (?:[a-z-]+ ){0,2}(?:house|street|road|farm|flat|estate|school|primary school|village|block|lane) in (?<street>${PLACE}) (?:that )?(?:${CHILD})|\\b[Mm]y (?:childhood (?:home|house|bedroom|street|village|friends?|town|garden)|primary school|infant school|elementary school|old primary(?: school)?|kindergarten|first school) (?:was |is |back )?in (?<school>${PLACE})|${SELF} (?:was|were) (?:born and )?(?:raised|brought up|bred) (?:\\w+ )?in (?<raised>${PLACE})|\\b(?<bred>${PLACE}),? born and (?:bred|raised)\\b|\\b(?:to|in|at|through|round) (?<shown>${PLACE}) [^.;,]{0,40}?\\bthe (?:[a-z-]+ ){0,2}(?:house|street|school|road|farm|flat|block|village|kitchen) (?:that )?(?:${CHILD})|${SELF} am (?:a|an) (?<girl>${PLACE}) (?:girl|boy|man|woman|lad|lass|kid),? born and (?:raised|bred)|${SELF} went to (?:primary|infant|elementary) school in (?<went>${PLACE})|\\b[Mm]y childhood in (?<childhood>${PLACE})|${SELF} (?:am|was) (?:a )?born and (?:bred|raised) in (?<both>${PLACE})`,
  'g',
)
const born = new RegExp(
  `\\b(?<place>${PLACE}),? (?:(?:the|a) (?:[a-z-]+ ){0,2}(?:town|city|village|place|hospital|island) )?(?:where|in which) (?:I was born|my mother had me|Mum had me|I came into the world)|\\bthe (?:[a-z-]+ ){0,2}(?:house|hospital|ward|clinic|flat|room|village|town) in (?<ward>${PLACE}) (?:where|in which) (?:I was born|she had me|(?:my )?(?:[Mm]other|[Mm]um|[Mm]om|[Mm]am) had me)|\\b(?:to|in|at|through|round) (?<shown>${PLACE}) [^.;,]{0,40}?\\bthe (?:[a-z-]+ ){0,2}(?:house|street|ward|room|hospital|flat|village|bed) (?:where |in which |that )?I was born|${SELF} am (?:a|an) (?<girl>${PLACE}) (?:girl|boy|man|woman|lad|lass|kid),? born and (?:raised|bred)|\\b(?:being|as) a native of (?<native>${PLACE})|${SELF} (?:was|were) born and (?:raised|bred|brought up) in (?<raised>${PLACE})|\\b(?<bred>${PLACE}),? born and (?:bred|raised)\\b|\\b(?:[Mm]other|[Mm]um|[Mm]om|[Mm]am) (?:had|gave birth to|was expecting) me in (?:a [a-z ]{2,25} in )?(?<had>${PLACE})`,
  'g',
)
const hometown = new RegExp(
  `\\b[Mm]y (?:own )?(?:home ?town|native (?:city|town|village|land|country|island)|birthplace|home country|homeland|home village|mother country)(?: (?:is|was|of)|,)? (?<place>${PLACE})|\\b(?<named>${PLACE}),? (?:is |was )?my (?:home ?town|native (?:city|town|village|land|country)|home country|homeland|birthplace)\\b|${SELF} (?:am|come|came|hail) (?:originally |all |really )?from (?<from>${PLACE})(?<originally> originally)?(?=[,.;]|$| (?:originally|and|but|so|where)\\b)|${SELF} am (?:a|an) (?<girl>${PLACE}) (?:girl|boy|man|woman|lad|lass|kid)\\b|\\b[Bb]ack home in (?<back>${PLACE})|${SELF} am (?:a )?(?:proud |true )?(?:native|son|daughter) of (?<native>${PLACE})`,
  'g',
)

/** Where somebody was born and raised, by the streets and schools of it. */
export function readChildhoodTraces(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (!/ [A-ZÀ-Ž]/.test(text)) return
  if (
    /\b(?:grew up|raised|brought up|bred|as a (?:child|kid|boy|girl)|childhood|(?:primary|infant|elementary|first) school|learn(?:ed|t) to|kindergarten)\b/.test(
      text,
    )
  )
    for (const match of matchesOf(grewUp, text)) {
      const { place, street, school, raised, bred, shown, girl, went, childhood, both } =
        match.groups!
      const name = (place ??
        street ??
        school ??
        raised ??
        bred ??
        shown ??
        girl ??
        went ??
        childhood ??
        both)!
      if (
        /\b(?:and|or|between) (?!I\b|We\b)[A-Z]/.test(
          text.slice(match.index + match[0].length, match.index + match[0].length + 14),
        )
      )
        continue
      const span = spanOf(match, name)
      emit({ ...span, statement: permanent('childhood-place', placeOf(name)) })
      emit({
        ...span,
        statement: {
          ...ever('having lived elsewhere', '', true, context.eventDay),
          value: placeOf(name),
        },
      })
    }
  if (/\b(?:born|had me|native|birth)\b/.test(text))
    for (const match of matchesOf(born, text)) {
      const { place, ward, native, raised, bred, shown, girl, had } = match.groups!
      const name = (place ?? ward ?? native ?? raised ?? bred ?? shown ?? girl ?? had)!
      if (/^(?:I|We)$/.test(name)) continue
      emit({ ...spanOf(match, name), statement: permanent('birthplace', placeOf(name)) })
      if (native) emit({ ...spanOf(match, name), statement: permanent('hometown', placeOf(name)) })
    }
  if (
    /\b(?:(?:am|come|hail) (?:[a-z]+ )?from|am an? [A-Z]|home ?town|[Nn]ative|homeland|home (?:in|country|village)|(?:native|mother) country|birthplace|son of|daughter of)\b|am an? [A-Z]/.test(
      text,
    )
  )
    for (const match of matchesOf(hometown, text)) {
      const { place, named, from, back, native, girl } = match.groups!
      const name = (place ?? named ?? from ?? back ?? native ?? girl)!
      // "I came from Leeds" may be the last stop; "back home in" where one lives.
      if (/\bcame from\b/.test(match[0]) || (back && !isAbroad(name, context.homeCountries)))
        continue
      emit({ ...spanOf(match, name), statement: permanent('hometown', placeOf(name)) })
    }
  if (/\b(?:passport|citizen(?:ship)?|nationality|naturali[sz]ed)\b/.test(text))
    readPapers(sentence, emit)
}

function isAbroad(name: string, home: readonly string[]): boolean {
  return home.length > 0 && !home.includes(placeOf(name))
}

const papers = new RegExp(
  `\\b[Mm]y (?:[a-z]+ )?(?<mine>${NATIONAL}) (?:passport|citizenship|nationality)\\b|${SELF} (?:have|had|hold|held|travel(?:led|ed)? on|renewed|showed|got|am|was|became|carry|carried|handed over)(?: [a-z]+){0,2} (?:a |an |my |the )?(?<held>${NATIONAL}) (?:passport|citizenship|nationality|citizen|national)\\b`,
  'g',
)
const onlyOne = new RegExp(
  `\\b(?:[Mm]y only|the only|only (?:a|an|the|one|my)|just (?:a|an|the|one)|no (?:passport|citizenship|nationality) but)(?: [a-z]+)? (?:passport|citizenship|nationality)?(?: is)?(?:,? (?:a|an|the|my))? ?(?<one>${NATIONAL})(?: passport| citizenship| nationality| one)?\\b`,
  'g',
)
const noPaper = new RegExp(
  `${SELF} (?:have never|never|do not|did not)(?: [a-z]+)? (?:had|have|held|hold|got|own|owned|been|became|become|am) (?:a |an |the |any )?(?<not>${NATIONAL}) (?:passport|citizenship|nationality|citizen)\\b|${SELF} am not (?:a |an )(?<none>${NATIONAL}) (?:citizen|national)\\b`,
  'g',
)

function readPapers(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const now = { days: { from: context.eventDay, to: context.eventDay }, slack: 400 }
  const denied = [...matchesOf(noPaper, text)]
  for (const match of denied) {
    const name = (match.groups!['not'] ?? match.groups!['none'])!
    const nation = nationOf(name)
    const never = / never /.test(match[0])
    const held = never ? { days: { from: -Infinity, to: context.eventDay } } : now
    emit({ ...spanOf(match, name), statement: polar('citizen of', nation, false, held) })
  }
  for (const match of matchesOf(onlyOne, text)) {
    const name = match.groups!['one']!
    const statement = polar('citizen of another country', '', false, now)
    emit({ ...spanOf(match, name), statement: { ...statement, value: nationOf(name) } })
  }
  if (denied.length > 0 || /\b(?:gave up|lost|renounced|applied|expired)\b/.test(text)) return
  for (const match of matchesOf(papers, text)) {
    const name = (match.groups!['mine'] ?? match.groups!['held'])!
    const nation = nationOf(name)
    emit({ ...spanOf(match, name), statement: polar('citizen of', nation, true, now) })
    const another = polar('citizen of another country', '', true, now)
    emit({ ...spanOf(match, name), statement: { ...another, value: nation } })
  }
}
