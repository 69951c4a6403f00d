import type { Statement } from '../claims/claim.ts'
import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { SELF } from '../claims/verb-phrase.ts'
import { eventDays, stateDays, statedDays } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { countriesOf, PLACE, placeOf } from '../lexicon/places.ts'
import { matchesOf, spanOf, type Emit } from './attribute-reader.ts'
import { ever, state } from './statements.ts'

/** For how long a remark on one's home may be taken to hold. */
const TRACE_SLACK = 30

const ADJECTIVES = '(?:[a-z-]+ ){0,2}'
// What is only had where one lives; a villa or a cabin is had for the holidays.
const HOMELY =
  '(?:place|building|block|street|road|kitchen|garden|back garden|yard|back yard|backyard|balcony|attic|lodgings|digs|bungalow|semi|townhouse|maisonette|houseboat|loft|condo|duplex|farmhouse|front door|front room|living room|hallway|doorstep|landing|landlord|landlady|landlords|neighbou?rs?|next-door neighbou?rs?|flatmates?|housemates?|roommates?|postman|local|corner shop|front step|stairwell|cellar|basement flat|council flat|cottage|oven|fridge|boiler|bathroom|bedroom|roof|stairs|mailbox|letterbox|garage|allotment|porch|lawn|tenement|high-rise|apartment building|apartment block)'
const belongings = new RegExp(
  `\\b[Mm]y ${ADJECTIVES}${HOMELY}(?: (?:is|was|are|were))?(?: (?:on|off|above|over|near|at) [^,.;]{2,30}?)?(?: here| back)? in (?<place>${PLACE})|\\b[Tt]he (?:postman|postwoman|mailman|baker|butcher|landlord|landlady|neighbou?rs?|milkman|woman next door|man next door) here in (?<here>${PLACE})|\\b[Mm]y (?<named>${PLACE}) (?:flat|terrace|apartment|house|place|street|neighbou?rs?|kitchen|garden|studio|landlord|landlady|bedsit|building|flatmates?|roommates?)\\b`,
  'g',
)
const commute = new RegExp(
  `\\b(?:drive|commute|train|bus|walk|ride|trip|cycle|drove|commut(?:ed|ing)|cycled|tram|ferry|way|road)(?: [a-z]+){0,2} from (?:my|the) (?:[a-z-]+ ){0,2}(?:place|home|house|flat|apartment|street) in (?<home>${PLACE})|${SELF} (?:[a-z]+ )?(?:commute|commuted|commuting|drive (?:in|over|up|down|across)|drove (?:in|over)|travel (?:in|to work)|cycle in)(?: \\w+){0,4}? from (?<from>${PLACE})|\\b[Mm]y (?:\\w+ )?commute (?:in )?from (?<mine>${PLACE})|\\b(?:take|catch|took|caught|ride|rode) (?:the|my) [\\w:.]+(?: (?:train|bus|ferry|tram))? from (?<train>${PLACE}) (?:to|into) [^.;]{2,40}?\\b(?:every|each|daily)\\b`,
  'g',
)
const stretch = new RegExp(
  `${SELF} (?:(?:have|had) )?(?:am|are|was|were|been|stayed|rented|shared|had|kept|lodged|boarded)(?: (?:here|out|over|up|down|back|all|mostly|still|happily))*(?: (?:a|an|the|my|the same|one|that|this) ${ADJECTIVES}(?:flat|house|apartment|room|address|street|cottage|place|village|bungalow|studio))?(?: with [^,.;]{2,30}?)? in (?<place>${PLACE})`,
  'g',
)
const arrivedAndStayed = new RegExp(
  `${SELF} (?:[a-z]+ )?(?:came|moved|arrived|settled|emigrated|landed)(?: [a-z]+){0,3}?(?: from ${PLACE})?(?: (?:to|in) (?<place>${PLACE}))?(?: from ${PLACE})?(?<rest>[^.;]{0,60}?\\b(?:ever since|since then|and (?:I |we )?(?:never left|stayed|have never left|have not left|am still here)|still here)\\b)`,
  'g',
)
const livedSince = new RegExp(
  `\\b(?:lived|been|stayed) in (?<place>${PLACE}) (?:ever since|since then)`,
)
const settledIn = new RegExp(
  `${SELF} (?:moved|relocated|emigrated|came)(?: (?:out|over|up|down|house|together|here))*(?: from (?<origin>${PLACE}))? to (?<place>${PLACE})`,
  'g',
)
const roomIn = new RegExp(
  `${SELF} (?:had|rented|shared|lodged|boarded|squatted|lived|sublet|was renting|were renting|was sharing|was lodging)(?: (?:in|at))?(?: (?:a|an|the|my|that|this) ${ADJECTIVES}(?:flat|house|apartment|room|attic|basement|place|studio|bedsit|cottage|bungalow|loft))(?: (?:with|above|over|behind|near|on|off|at) [^,.;]{2,40}?)? in (?<place>${PLACE})`,
  'g',
)
const verbless = new RegExp(
  `\\b(?<years>${NUMBER}|[A-Z][a-z]+|\\w+-odd) (?:happy |long |good |whole )?years (?:now |already )?(?:in|at) (?:the|this|my|a|that) (?:[a-z-]+ ){0,2}(?:flat|house|apartment|place|room|cottage|bungalow|terrace|street) in (?<in>${PLACE})|\\b(?<since>${NUMBER}) (?:happy |long |good |whole )?years (?:now )?since (?:I|we) (?:bought|rented|moved into|moved|came|took|settled|got the keys)(?: [a-z]+){0,4} (?:in|to) (?<place>${PLACE})`,
  'g',
)
const homeHasBeen = new RegExp(
  `\\b[Hh]ome (?:has been|is|was) (?:a|an|the|this|that) [^,.;]{2,50}? in (?<place>${PLACE})`,
  'g',
)
const years = new RegExp(
  `\\b(?:for|after|in) (?<years>${NUMBER}|twenty-odd|thirty-odd) (?:happy |long |good )?years\\b`,
)
const elsewhereOrNotMine =
  /\b(?:sold|parents|used to|dream|holidays?|summer|second|(?<!most )weekends?|bought|rent(?:ed)? (?:it )?out|let out|Airbnb|hotel|hostel|visit(?:ed|ing)?|for (?:a|the|two|three|four|ten) (?:few )?(?:days?|nights?|weeks?|fortnight|weekend|month)|two weeks|conference|hospital|prison|old|former|ex|empty|fortnight|grandparents|nearly|almost)\b/

// A look at every sentence that a pattern with a name in it could match.
const towardsName = /\b(?:in|from|to|my) [A-ZÀ-Ž]/

/** A home by what belongs to it: its street, its landlord, the way to work. */
export function readHomeTraces(sentence: Sentence, emit: Emit): void {
  const { text } = sentence
  if (!towardsName.test(text)) return
  if (!elsewhereOrNotMine.test(text)) {
    if (text.includes('y '))
      for (const match of matchesOf(belongings, text)) emitBelonging(sentence, match, emit)
    if (text.includes('from '))
      for (const match of matchesOf(commute, text)) {
        const { home, from, mine, train } = match.groups!
        emitHome((home ?? from ?? mine ?? train)!, 'past', sentence, match, emit)
      }
    for (const match of matchesOf(roomIn, text))
      emitHome(match.groups!['place']!, 'past', sentence, match, emit)
  }
  if (/\d|\b(?:years|since|decades?)\b/.test(text)) readStretches(sentence, emit)
}

function emitBelonging(sentence: Sentence, match: RegExpExecArray, emit: Emit): void {
  const { place, here, named } = match.groups!
  if (named !== undefined && countriesOf(placeOf(named)).length === 0) return
  emitHome((place ?? here ?? named)!, 'past', sentence, match, emit)
}

function readStretches(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(stretch, text)) {
    const name = match.groups!['place']!
    if (countriesOf(placeOf(name)).length === 0 && !/ (?:been|flat|house|room) /.test(match[0]))
      continue
    const [time] = sentence
      .times()
      .filter(
        ({ kind, days }) => days && (kind === 'between' || kind === 'since' || kind === 'duration'),
      )
    if (!time || (Math.abs(time.days!.to - time.days!.from) < 300 && time.kind !== 'since'))
      continue
    const perfect = /\b(?:have|has|I been|[Ww]e been|am) /.test(match[0])
    if (time.kind === 'since' && !perfect) continue
    const held = stateDays(
      sentence,
      { tense: perfect ? 'perfect' : 'past' },
      [time.start, time.end],
      TRACE_SLACK,
    )
    if (held) emit({ ...spanOf(match, name), statement: home(name, held) })
    emit({ ...spanOf(match, name), statement: lived(name, context.eventDay) })
  }
  for (const match of matchesOf(arrivedAndStayed, text)) {
    const { place, rest = '' } = match.groups!
    const name = livedSince.exec(rest)?.groups!['place'] ?? place
    const span = spanOf(match, name)
    const when = statedDays(sentence, [span.start, span.end])
    if (!name || !when || (/ from /.test(match[0]) && name === place && /left/.test(rest))) continue
    emit({
      ...span,
      statement: home(name, { days: { from: when.to + 1, to: context.eventDay } }),
    })
  }
  for (const match of matchesOf(verbless, text)) {
    const { years: spent, in: within, since, place } = match.groups!
    const name = (within ?? place)!
    const count = spent ?? since
    if (
      !count ||
      !new RegExp(`^${NUMBER}$`, 'i').test(count) ||
      elsewhereOrNotMine.test(text.replace('bought', ''))
    )
      continue
    const from = context.eventDay - (numberOf(count) - 0.5) * YEAR_DAYS
    emit({
      ...spanOf(match, name),
      statement: home(name, { days: { from, to: context.eventDay } }),
    })
  }
  for (const match of matchesOf(homeHasBeen, text)) {
    const name = match.groups!['place']!
    const tense = / has been /.test(match[0]) ? 'perfect' : 'past'
    const span = spanOf(match, name)
    const held = stateDays(sentence, { tense }, [span.start, span.end], TRACE_SLACK)
    if (held) emit({ ...span, statement: home(name, held) })
  }
  for (const match of matchesOf(settledIn, text)) readSettled(sentence, match, emit)
}

/** Before the move it was another home. */
function readSettled(sentence: Sentence, match: RegExpExecArray, emit: Emit): void {
  const name = match.groups!['place']!
  const after = sentence.text.slice(match.index + match[0].length)
  const when = statedDays(sentence, [match.index, match.index + match[0].length])
  if (!when || /\b(?:again|back)\b/.test(sentence.text) || /^ (?:and|or) [A-Z]/.test(after)) return
  emit({
    ...spanOf(match, name),
    statement: {
      ...home(name, { days: { from: when.from - 2 * YEAR_DAYS, to: when.from - 60 } }),
      polarity: false,
    },
  })
}

function emitHome(
  name: string,
  tense: 'past' | 'present',
  sentence: Sentence,
  match: RegExpExecArray,
  emit: Emit,
): void {
  const { context, text } = sentence
  const span = spanOf(match, name)
  const spent = years.exec(text)?.groups!['years']
  const when = eventDays(sentence, [span.start, span.end])
  const held =
    spent && /\bsame\b/.test(text) && when && /^\d|^[a-z-]+$/.test(spent)
      ? {
          days: { from: when.to - (numberOf(spent) - 1) * YEAR_DAYS, to: when.to },
          slack: TRACE_SLACK,
        }
      : stateDays(sentence, { tense }, [span.start, span.end], TRACE_SLACK)
  if (held) emit({ ...span, statement: home(name, held) })
  emit({ ...span, statement: lived(name, context.eventDay) })
}

function home(name: string, held: Pick<Statement, 'days' | 'slack'>): Statement {
  return state('home', placeOf(name), { slack: 0, ...held })
}

function lived(name: string, day: number): Statement {
  return ever('ever-lived', placeOf(name), true, day)
}
