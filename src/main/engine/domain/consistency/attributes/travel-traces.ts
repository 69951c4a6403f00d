import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { NUMBER } from '../lexicon/numbers.ts'
import { countriesOf, PLACE, placeOf } from '../lexicon/places.ts'
import { matchesOf, spanOf, type Emit } from './attribute-reader.ts'
import { ever, polar } from './statements.ts'

/** What is told of as the first time may be another day of the same journey. */
const JOURNEY_DAYS = 60

// Only somebody who is there does these there.
const THERE =
  'woke up|slept|ate|swam|bathed|danced|wandered|walked|strolled|got lost|queued|camped|skied|surfed|climbed|hiked|trekked|partied|celebrated|sunbathed|honeymooned|proposed|got engaged|got married|married|met|bought|picked up|lost|broke|caught|drank|sat|stood|worked|taught|toured|performed|played|sang|spent|stayed|interned|volunteered|studied|hired|drove|rode|cycled|visited|stopped|ran|waited|interviewed|filmed|stepped off|got off|climbed out|changed trains|watched|saw|found|had (?:breakfast|lunch|dinner|supper|coffee|a coffee|drinks|a drink|a beer|tea|ice cream|my (?:wallet|purse|bag|phone|passport) stolen)|lay|fell (?:in love|asleep|ill)|got (?:drunk|sick|sunburnt|sunburned|stuck|engaged|robbed|caught)|took (?:photos|pictures|a picture|a photo|the tram|the metro|the tube|a taxi|a boat)|went (?:skiing|swimming|diving|hiking|shopping|clubbing|sailing|to (?:a|the) \\w+)|rented|exhibited|competed|trained|landed|arrived|ended up|turned (?:\\w+)|was|were|was stationed|did|picked|(?!want|lov|miss|prefer|call|phon|text|email|dream|follow|imagin|plan|wish|hop|invest|believ|us|need|lik|hat|learn|receiv|order|remember|discover|notic|own|us|rent|mov|decid|ask|look|talk|listen|mention|nam|publish|sold|seem|support|apply|appli|back|trust|succeed|interest)[a-z]{2,}ed'
const there = new RegExp(
  `${selfVerb(THERE)}(?<mid>(?:,? (?!to\\b)[\\w'’-]+){0,9}?) (?:in|around|through|across|round|on the (?:\\w+ ){1,3}(?:in|of)) (?:downtown |central |old |northern |southern |rural )?(?<place>${PLACE})`,
  'g',
)
const notThere =
  /\b(?:who|whose|which|that|set|made|born|based|called|named|about|friends?|from|shares|news|TV|television|telly|film|book|novel|photos? of|map|interest|someone|somebody|people|game|match|with|like|if|because|than|not|never)\b/
const going =
  'headed|set off|made it|made my way|travelled|traveled|cruised|paddled|got|jetted|nipped|popped over|hopped over|crossed|road-tripped|drove|rode|took (?:the|a|an) [^,.;]{2,30}?|hauled|moved|ran away|eloped|escaped|was sent|were sent|was posted|was seconded|went|flew|sailed|cycled|walked|came|followed (?:him|her|them)'
const went = new RegExp(
  `${selfVerb(going)}(?: (?:on|over|across|down|up|out|all the way|straight|back|off|alone|together))* (?:to|into|through|for) (?:downtown |central )?(?<place>${PLACE})|\\b(?:[A-Z]\\w+|[Tt]he \\w+|[Mm]y [\\w-]+|[Tt]hey|[Hh]e|[Ss]he) (?:took|sent|flew|drove|dragged|brought|posted|treated|swept|drove) (?:me|us|all of us|the (?:whole )?family|my \\w+ and me|(?:Mum|my \\w+) and me|the (?:kids|children|boys|girls) and me) (?:\\w+ )?(?:to|round|around|off to|away to|over to) (?<taken>${PLACE})|${SELF} (?:am|was|were|came|got|arrived|have just come|have just got)(?: (?:just|freshly|newly|home|straight|safely))* back(?: home)? from (?:(?:a|an|my|the|${NUMBER}) (?:[\\w-]+ ){1,4}?(?:in|to) )?(?<from>${PLACE})|^(?:Just )?(?:[Hh]ome|[Bb]ack) from (?:(?:a|an|my|the|${NUMBER}) (?:[\\w-]+ ){1,4}?(?:in|to) )?(?<home>${PLACE})`,
  'g',
)
const SPELL =
  '(?:days?|nights?|weeks?|weekend|fortnight|months?|years?|hours|summers?|winters?|season|semester|term|Easter|Christmas|New Year|honeymoon|holidays?|break|stopover|trip|tour|placement|exchange|internship|gap year|stag do|hen do|conference|cruise|road trip|city break|half term|long weekend)'
const spell = new RegExp(
  `(?:^|, |: )(?:[Mm]y |[Tt]he |[Aa] |[Aa]n )?(?:${NUMBER}|[A-Z][a-z]+|few|long|first|last|short|whole|lovely)?(?: [a-z]+){0,3}? ?${SPELL} (?:away )?(?:in|around|through|to) (?<place>${PLACE})|\\b[Mm]y (?:[a-z]+ ){0,2}${SPELL} (?:in|to|around|through) (?<mine>${PLACE})|\\b(?:photos?|pictures?|postcards?|souvenirs?|magnet|snow globe|sunburn|tan|scarf|rug|ring|mug|poster) (?:that )?(?:I|we) (?:took|bought|got|sent|brought (?:back|home)|picked up|found) (?:in|from) (?<kept>${PLACE})|\\b(?:met|picked|collected|fetched|greeted) (?:me|us)(?: up| off)? (?:at|from|in|off)(?: the [a-z]+)?(?: [a-z]+)? in (?<met>${PLACE})|\\b[Mm]y (?:honeymoon|holiday|trip|first trip|tour) (?:was|were) (?:[a-z]+ ){0,4}in (?<moon>${PLACE})|\\b(?:my|the) (?:hotel|hostel|guesthouse|guest house|B&B|Airbnb|pension|campsite|holiday flat|youth hostel) in (?<inn>${PLACE})`,
  'g',
)
const unsure =
  /\b(?:booked|book|planning|cancelled|canceled|dream|instead|never|not|brochure|programme|documentary|next|film|article|about)\b/
const firstTime = new RegExp(
  `(?:^|\\b[Mm]y |[Ii]t (?:was|is) (?:my |the )|[Tt]h(?:is|at) (?:was|is) my )(?:very )?[Ff]irst (?:ever |proper |real )?(?:(?:time|visit|trip|holiday|journey|day|morning|evening|night|glimpse|step|summer) (?:ever )?(?<abroad>abroad|outside (?:the country|my country)|out of the country|overseas)|(?:time|visit|trip|holiday|journey|glimpse|sight) (?:ever )?(?:in|to|of|on) (?<place>${PLACE})|time (?:I (?:had )?(?:ever )?)?(?:been (?:in|to)|set foot in|visited|seeing|saw|visiting) (?<been>${PLACE})|(?<stamp>passport|stamp in my passport|foreign country|foreign holiday|time (?:that )?I (?:had )?(?:ever )?(?:been|gone|went|left) (?:abroad|the country|overseas)))\\b`,
  'g',
)
const forTheFirst = new RegExp(
  `${SELF} (?:[a-z]+ )?(?:went to|flew to|visited|saw|travelled to|traveled to|set foot in|was in|were in|arrived in|landed in|came to|drove to|(?<out>went abroad|left (?:the country|my country|(?<leaving>${PLACE})))) ?(?<place>${PLACE})?(?:,| [a-z]+)? for the (?:very )?first time|\\b[Ff]or the (?:very )?first time(?: in my life| ever)?,? (?:I|we) (?:went to|flew to|visited|saw|travelled to|set foot in|was in|were in|(?<then>went abroad|left the country|crossed a border)) ?(?<there>${PLACE})?|${SELF} had never (?:ever |before )?(?:been to|been in|set foot in|visited|seen|(?<none>been abroad|left the country|had a passport)) ?(?<never>${PLACE})?(?: before)?(?=[,.;]|$| (?:and|until|till|so)\\b)`,
  'g',
)
const onlyAgain =
  /^,? ?(?:properly|since|as (?:an|a) |with|without|alone|after|on my own|in (?:years|ages|a long|winter|summer|the (?:snow|rain)|${NUMBER})|again|together|by (?:train|car|bike)|sober)/
const notSince = new RegExp(
  `${SELF} (?:have not|had not|have never) (?:been|gone|set foot|travelled|traveled|returned)(?: once)?(?: back)? ?(?:to|in|(?<abroad>abroad)) ?(?<place>${PLACE})?(?<rest>[^.;]{2,40})|${SELF} (?:have|had) not (?:seen|visited) (?<seen>${PLACE})(?<more>[^.;]{2,40})|${SELF} (?:have|had) not (?:left (?:the country|(?<left>${PLACE}))|been out of the country)(?<since>[^.;]{2,40})`,
  'g',
)
const noPassport =
  /\b(?:I|[Ww]e) (?:do not|did not|have never|never) (?:even |yet |ever |so much as )?(?:have|had|own|owned|hold|held|got|get|possess|needed|applied for) a passport\b(?! (?:photo|with|any))|\bI have no passport\b|\bI have never needed a passport\b/g
const neverOut = new RegExp(
  `\\b(?:I|[Ww]e) (?:have |has |had )?never (?:once |ever |even |yet |actually |really )*(?:set foot|been|gone|travelled|traveled|ventured|got|made it|strayed|holidayed|crossed) (?:abroad|overseas|(?:outside|out of|beyond|past|further than|farther than|off) (?:of )?(?:the country|my country|this country|(?<place>${PLACE}|the island)))(?! (?:again|since|alone|on my own|without|with))|\\b(?:I|[Ww]e) (?:have |has |had )?never (?:once |ever |even |yet )*(?:been|gone|got|made it|travelled|traveled|ventured|come) (?:anywhere near|as far as|over to|across to|down to|up to|near|out to) (?<far>${PLACE})(?! (?:again|since))|${SELF} (?:have |has )?(?:still |yet )to (?:see|visit|set foot in|go to|get to|make it to) (?<yet>${PLACE})|${SELF} (?:still )?have (?:still )?not (?:yet )?(?:been to|seen|visited|set foot in|made it to|got to) (?<still>${PLACE})(?= yet|[,.;]|$| (?:and|but))|\\b(?<one>${PLACE}) (?:is|was|remains) (?:the|one|a) (?:[a-z]+ )?(?:place|country|city|continent|state)(?: \\w+)? (?:that )?I have (?:still )?never (?:been|got|seen|visited|gone|made it|set foot in)(?: to)?(?=[,.;]|$)|\\bnone of us (?:has |have |had )?ever (?:been to|seen|visited) (?<us>${PLACE})`,
  'g',
)

// A look at every sentence that a pattern with a name in it could match.
const towardsName = /\b(?:in|around|through|across|round|of|to|into|for|from) (?:[a-z]+ )?[A-ZÀ-Ž]/

export type EmitVisit = (name: string, match: RegExpExecArray) => void

/** Journeys by what was done there, brought back or taken along. */
export function readTravelTraces(sentence: Sentence, emitVisit: EmitVisit): void {
  const { text } = sentence
  if (!towardsName.test(text)) return
  for (const match of matchesOf(there, text)) {
    const { place = '', mid = '' } = match.groups!
    const verb = readVerb(match)
    if (!verb || verb.negative || verb.tense === 'used-to' || notThere.test(mid)) continue
    if (isKnown(place)) emitVisit(place, match)
  }
  for (const match of matchesOf(went, text)) {
    const { place, taken, from, home } = match.groups!
    const name = (place ?? taken ?? from ?? home)!
    const verb = place === undefined ? undefined : readVerb(match)
    if (place !== undefined && (!verb || verb.negative || verb.tense === 'used-to')) continue
    if (place !== undefined && / (?:to|for) /.test(match[0]) && /\bfor [A-Z]/.test(match[0]))
      continue
    if (isKnown(name)) emitVisit(name, match)
  }
  if (unsure.test(text)) return
  for (const match of matchesOf(spell, text)) {
    const { place, mine, kept, inn, met, moon } = match.groups!
    const name = (place ?? mine ?? kept ?? inn ?? met ?? moon)!
    if (isKnown(name)) emitVisit(name, match)
  }
}

/** Where somebody had not been by then, or not since. */
export function readTravelLimits(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const { eventDay } = context
  if (/\b[Ff]irst\b|had never/.test(text)) {
    for (const match of [...matchesOf(firstTime, text), ...matchesOf(forTheFirst, text)]) {
      const { abroad, place, been, stamp, out, there: then, never } = match.groups!
      if (onlyAgain.test(text.slice(match.index + match[0].length))) continue
      const name = place ?? been ?? then ?? never
      const { leaving } = match.groups!
      if (leaving && !context.homeCountries.includes(placeOf(leaving))) continue
      const outside = abroad ?? stamp ?? out ?? match.groups!['then'] ?? match.groups!['none']
      if (name === undefined && outside === undefined) continue
      const attribute = name ? 'having been to' : 'having been abroad'
      const statement = ever(attribute, name ? placeOf(name) : '', false, eventDay - JOURNEY_DAYS)
      emit({ ...spanOf(match, name), statement })
    }
  }
  if (text.includes('passport'))
    for (const match of matchesOf(noPassport, text))
      emit({ ...spanOf(match), statement: ever('having been abroad', '', false, eventDay) })
  if (/\b(?:never|yet|none|(?:have|had) (?:still )?not)\b/.test(text)) {
    for (const match of matchesOf(neverOut, text)) readNeverOut(sentence, match, emit)
    if (/\b(?:since|years|decades?|months)\b/.test(text))
      for (const match of matchesOf(notSince, text)) readNotSince(sentence, match, emit)
  }
}

function readNeverOut(sentence: Sentence, match: RegExpExecArray, emit: Emit): void {
  const { eventDay, homeCountries } = sentence.context
  const { place, far, yet, still, us, one } = match.groups!
  const target = far ?? yet ?? still ?? us ?? one
  if (target) {
    emit({
      ...spanOf(match, target),
      statement: ever('having been to', placeOf(target), false, eventDay),
    })
    return
  }
  // No further than a town of one's own country is not abroad; not outside it is another matter.
  const further = /(?:further|farther|past|beyond)/.test(match[0])
  const inside = place && (further ? countriesOf(placeOf(place)) : [placeOf(place)])
  if (inside && !inside.some((country) => homeCountries.includes(country))) return
  emit({ ...spanOf(match), statement: ever('having been abroad', '', false, eventDay) })
}

function readNotSince(sentence: Sentence, match: RegExpExecArray, emit: Emit): void {
  const { eventDay, homeCountries } = sentence.context
  const { place, seen, left } = match.groups!
  const name = place ?? seen
  if (
    left &&
    ![placeOf(left), ...countriesOf(placeOf(left))].some((at) => homeCountries.includes(at))
  )
    return
  const time = sentence
    .times()
    .find(
      ({ kind, days, end }) =>
        (kind === 'since' || kind === 'duration') && days && end > match.index,
    )
  if (!time?.days) return
  const from = time.kind === 'since' ? time.days.to + 1 : time.days.from + 60
  if (from >= eventDay) return
  emit({
    ...spanOf(match, name),
    statement: polar('being in', name ? placeOf(name) : 'abroad', false, {
      days: { from, to: eventDay },
    }),
  })
}

function isKnown(name: string): boolean {
  return countriesOf(placeOf(name)).length > 0
}
