import { ALWAYS, YEAR_DAYS } from '../claims/days.ts'
import type { DaySpan, Statement } from '../claims/claim.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, selfVerb, SELF } from '../claims/verb-phrase.ts'
import { eventDays, stateDays, statedDays, type Held } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { PLACE, placeOf } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { readChildhoodTraces } from './childhood-traces.ts'
import { readHomeTraces } from './home-traces.ts'

/** A home may change within a month or two without a word about it. */
const HOME_SLACK = 60
/** For how long a move is taken to have been made for good. */
const SETTLED_DAYS = 30

const company =
  '(?: (?:alone|together|happily|with [^,.;]{2,40}?|on my own|by my ?self|here|there|as [^,.;]{2,30}?|in (?:a|an|the|my|that|this) [^,.;]{2,40}?|at [^,.;]{2,30}?|just|not far|near the \\w+))*'
const lives = new RegExp(
  `${selfVerb('lives?|lived|living|resides?|resided|residing|based|dwells?|dwelt|stay(?:ed|ing)? put|spent (?:\\w+ ){1,5}living|(?:had|have|has|kept) (?:my (?:\\w+ ){0,2}(?:home|flat|apartment|house|room|studio|place)|a (?:small |tiny |little |rented )*(?:flat|apartment|room|studio))|rent(?:s|ed|ing)? (?:a|an) (?:\\w+ ){0,2}(?:flat|apartment|room|house|studio|place)')}${company},? (?:in|near|outside|at|just outside|on the edge of|downtown|central) (?<place>${PLACE})`,
  'g',
)
const homeIs = new RegExp(
  `\\b[Mm]y (?:home|flat|apartment|house|place|studio) (?<verb>is|was)(?: still| now)? (?:in|near) (?<place>${PLACE})|\\b[Hh]ome (?:is|was)(?: still| now)? (?:in )?(?<home>${PLACE})|\\b(?<named>${PLACE}) (?:is|was) (?:my )?home\\b`,
  'g',
)
const myPlace = new RegExp(
  `\\b[Mm]y (?:(?:small|tiny|little|new|own|rented|cramped|current|shared|top-floor|ground-floor) )*(?:flat|apartment|house|studio|room|bedsit|terrace|home)(?: (?:is|was) (?:on|at) [^,.;]{2,30}?)? in (?<place>${PLACE})|\\bI (?:now )?call (?<called>${PLACE}) home|\\b(?:came|went|got|drove|flew|back) home to (?<back>${PLACE})|^(?:Still|Back home|Home) in (?<still>${PLACE})(?=[,.])|${SELF} have been (?:here )?in (?<since>${PLACE}) (?=since|for)`,
  'g',
)
const moved = new RegExp(
  `${selfVerb('moves?|moved|relocated?|relocated|emigrated|immigrated|settled|resettled')}(?: (?:back|out|over|down|up|away|house|in together|across [\\w ]{2,20}?|with [^,.;]{2,40}?|together|home|again))*(?: from (?<origin>${PLACE}))?,? (?:to|in|into)(?<within> (?:a|an|my|the) (?:[a-z-]+ ){1,4}?(?:in|near))? (?<place>${PLACE})`,
  'g',
)
const onlyEver = new RegExp(
  `${selfVerb('lived')} (?:in (?<place>${PLACE}) (?:all my life|my (?:whole|entire) life|since (?:birth|I was born)|from birth)|(?:all my life|my (?:whole|entire) life) in (?<later>${PLACE}))|${SELF} (?:have|has|had) never lived (?:anywhere|in any (?:other )?place) (?:else )?(?:but|except|other than|outside(?: of)?)(?: in)? (?<but>${PLACE})|${SELF} (?:have|has|had) (?:spent|lived) (?:all my life|my (?:whole|entire) life) in (?<spent>${PLACE})|${SELF} (?:have|has) never (?:left|moved away from|lived outside(?: of)?) (?<left>${PLACE})`,
  'g',
)
const elsewhere = new RegExp(
  `\\b[Mm]y (?:\\w+ )?years in (?<place>${PLACE})|\\b(?:[Ww]hen|[Ww]hile|back when) (?:I|we) (?:lived|was living|were living) in (?<when>${PLACE})|\\bmoved away from (?<from>${PLACE})|\\bI spent my (?:twenties|thirties|forties|teens|student years|youth|early years) in (?<spent>${PLACE})`,
  'g',
)
const after = new RegExp(
  `\\bafter (?<years>${NUMBER}) years (?:of )?(?:living |away )?in (?<place>${PLACE})`,
  'g',
)
const neverLived = new RegExp(
  `${SELF} (?:have |has |had )?never (?:actually |once )?(?:lived|resided|been based) in (?<place>${PLACE})`,
  'g',
)
const grewUp = new RegExp(
  `${selfVerb('grew up|grown up|raised|brought up')}(?: (?:mostly|entirely|largely|an? [\\w ]{2,20}?|as [^,.;]{2,30}?|with [^,.;]{2,30}?|on (?:a|the|my) [^,.;]{2,30}?|in (?:a|an|the) [^,.;]{2,30}?))*,? (?:in|near|outside|just outside|of)(?: downtown| central| rural)? (?<place>${PLACE})|${SELF} spent (?:all (?:of )?)?my (?:whole |entire )?childhood in (?<spent>${PLACE})|\\b[Mm]y childhood (?:home|house) was in (?<home>${PLACE})|\\b[Gg]rowing up in (?<growing>${PLACE}),? (?:I|we|my)\\b`,
  'g',
)

// Every home has a name: most sentences have none but their first word and "I".
const namesSomething = /(?<!^)\b(?!I\b)[A-ZÀ-Ž]|\bhome\b|^[A-ZÀ-Ž][\w-]+,? (?:born|where)\b/

export const residence: AttributeReader = {
  cues: words(`live lives lived living reside resides resided residing based home flat apartment house
    moved moves relocated emigrated immigrated settled resettled grew grown raised childhood growing call room terrace bedsit been years rent rents rented renting
    dwell life left move studio brought place building block street road kitchen garden yard balcony lodgings digs landlord landlady
    neighbour neighbours neighbor neighbors flatmate flatmates housemate roommate roommates drive commute train since came arrived
    raised bred kid school native hometown homeland passport citizen citizenship nationality from cottage bungalow rented shared lodged born`),
  read(sentence, emit) {
    if (!namesSomething.test(sentence.text)) return
    readLives(sentence, emit)
    readMoves(sentence, emit)
    if (/\b(?:never|life|birth|born)\b/.test(sentence.text)) readOnlyEver(sentence, emit)
    if (/grew|grown|growing|Growing|raised|brought|childhood/.test(sentence.text))
      readGrewUp(sentence, emit)
    readHomeTraces(sentence, emit)
    readChildhoodTraces(sentence, emit)
  },
}

function readLives(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(lives, sentence.text)) {
    const verb = readVerb(match)
    const name = match.groups!['place']!
    if (!verb) continue
    const span = spanOf(match, name)
    const held = stateDays(sentence, verb, [span.start, span.end], HOME_SLACK)
    if (verb.negative) {
      if (held && !verb.never && verb.tense === 'present')
        emit({ ...span, statement: { ...home(name, held), polarity: false } })
      continue
    }
    const near = new RegExp(` (?:near|outside|edge of) (?:the )?${name}$`).test(match[0])
    if (near) continue
    if (held && !isPassing(sentence.text, match))
      emit({ ...span, statement: home(name, arrived(match, held)) })
    emit({ ...span, statement: ever(name, sentence.context.eventDay, true) })
  }
  for (const match of matchesOf(neverLived, sentence.text)) {
    const name = match.groups!['place']!
    emit({ ...spanOf(match, name), statement: ever(name, sentence.context.eventDay, false) })
  }
  for (const match of matchesOf(myPlace, sentence.text)) {
    if (
      /\b(?:sold|old|parents|used to|dream|holiday|summer|second|bought|rent(?:ed)? out)\b/.test(
        sentence.text,
      )
    )
      continue
    const { place, called, back, still, since } = match.groups!
    const name = (place ?? called ?? back ?? still ?? since)!
    const span = spanOf(match, name)
    const tense = since ? 'perfect' : place || back ? 'past' : 'present'
    const held = stateDays(sentence, { tense }, [span.start, span.end], 30)
    if (held) emit({ ...span, statement: home(name, held) })
    emit({ ...span, statement: ever(name, sentence.context.eventDay, true) })
  }
  for (const match of matchesOf(elsewhere, sentence.text)) {
    const { place, when, from, spent } = match.groups!
    const name = (place ?? when ?? from ?? spent)!
    emit({ ...spanOf(match, name), statement: ever(name, sentence.context.eventDay, true) })
    emit({ ...spanOf(match, name), statement: anywhere(name, true, sentence.context.eventDay) })
  }
  for (const match of matchesOf(after, sentence.text)) {
    const { years = '', place = '' } = match.groups!
    const span = spanOf(match, place)
    const until =
      eventDays(sentence, [0, sentence.text.length]) ?? statedDays(sentence, [span.start, span.end])
    emit({ ...span, statement: ever(place, sentence.context.eventDay, true) })
    if (until)
      emit({
        ...span,
        statement: home(place, {
          days: { from: until.from - (numberOf(years) - 1) * YEAR_DAYS, to: until.from - 1 },
        }),
      })
  }
  for (const match of matchesOf(homeIs, sentence.text)) {
    const { place, home: at, named } = match.groups!
    const name = (place ?? at ?? named)!
    const span = spanOf(match, name)
    const tense = / was /.test(match[0]) ? 'past' : 'present'
    const held = stateDays(sentence, { tense }, [span.start, span.end], HOME_SLACK)
    if (held) emit({ ...span, statement: home(name, arrived(match, held)) })
  }
}

/** Let for a holiday, or told of an earlier time: "when I lived in Prague". */
function isPassing(text: string, match: RegExpExecArray): boolean {
  return (
    /\b(?:[Ww]hen|[Ww]hile|[Bb]ack when) (?:I|we)?$/.test(
      text.slice(0, match.index + 1).trimEnd(),
    ) ||
    /^ for (?:the |a |an |one |two |three |four |five |six |ten |few |\d+ |long )*(?:days?|nights?|weeks?|weekend|fortnight)\b/.test(
      text.slice(match.index + match[0].length),
    )
  )
}

function readMoves(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(moved, sentence.text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative || verb.tense === 'present' || verb.tense === 'used-to') continue
    const { place: name = '', origin } = match.groups!
    const span = spanOf(match, name)
    const when = eventDays(sentence, [span.start, span.end])
    emit({ ...span, statement: ever(name, sentence.context.eventDay, true) })
    emit({ ...span, statement: anywhere(name, true, sentence.context.eventDay) })
    if (!when) continue
    emit({
      ...span,
      statement: home(name, {
        days: { from: when.to + 1, to: when.to + SETTLED_DAYS },
        begins: true,
      }),
    })
    if (origin)
      emit({
        ...span,
        statement: home(origin, { days: { from: when.from - SETTLED_DAYS, to: when.from - 1 } }),
      })
    const stated = statedDays(sentence, [span.start, span.end])
    if (stated && !match.groups!['within'] && !/ (?:back|again) /.test(match[0]))
      emit({ ...span, statement: dated('move', placeOf(name), stated) })
  }
}

function readOnlyEver(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(onlyEver, sentence.text)) {
    const { place, later, but, spent, left } = match.groups!
    const name = (place ?? later ?? but ?? spent ?? left)!
    const { birth, eventDay } = sentence.context
    emit({ ...spanOf(match, name), statement: anywhere(name, false, eventDay) })
    emit({
      ...spanOf(match, name),
      statement: home(name, { days: { from: birth.to, to: eventDay } }),
    })
  }
}

function readGrewUp(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(grewUp, sentence.text)) {
    const { place, spent, home: at, growing } = match.groups!
    const name = (place ?? spent ?? at ?? growing)!
    if (place !== undefined) {
      const verb = readVerb(match)
      if (!verb || verb.negative) continue
    }
    // "in Leeds and York", "between": more than one place.
    const after = sentence.text.slice(match.index + match[0].length)
    if (
      /^,? (?:and|or|then|until|before)\b/.test(after) &&
      /^,? (?:and|or|then) (?:later |then )?(?!I\b|We\b)[A-Z]/.test(after)
    )
      continue
    emit({
      ...spanOf(match, name),
      statement: {
        subject: 'self',
        attribute: 'childhood-place',
        object: '',
        value: placeOf(name),
        polarity: true,
        policy: 'permanent',
        days: ALWAYS,
      },
    })
  }
}

/** "I now live in" says that it was somewhere else before. */
function arrived(match: RegExpExecArray, held: Held): Pick<Statement, 'days' | 'slack' | 'begins'> {
  if (held.slack === 0 || !/ (?:now|finally|recently|currently|at last|eventually) /.test(match[0]))
    return held
  return { days: { from: held.days.from, to: held.days.to + SETTLED_DAYS }, begins: true }
}

function home(name: string, held: Pick<Statement, 'days' | 'slack' | 'begins'>) {
  return {
    subject: 'self',
    attribute: 'home',
    object: '',
    value: placeOf(name),
    polarity: true,
    policy: 'state',
    ...held,
  } as const
}

function ever(name: string, day: number, polarity: boolean) {
  const days = polarity ? { from: day, to: Infinity } : { from: -Infinity, to: day }
  return {
    subject: 'self',
    attribute: 'ever-lived',
    object: placeOf(name),
    value: placeOf(name),
    polarity,
    policy: 'polar',
    days,
  } as const
}

/** Whether somebody lived anywhere but there; places that do not exclude each other are one. */
function anywhere(name: string, polarity: boolean, day: number): Statement {
  return { ...ever(name, day, polarity), attribute: 'having lived elsewhere', object: '' }
}

function dated(attribute: string, object: string, days: DaySpan) {
  return {
    subject: 'self',
    attribute,
    object,
    value: '',
    polarity: true,
    policy: 'dated',
    days,
  } as const
}
