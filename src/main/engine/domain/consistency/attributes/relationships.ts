import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { eventDays, stateDays, statedDays } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { NAME } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, ever, state } from './statements.ts'

const STATUS_SLACK = 60
const NAME_SLACK = 270
const PARTNER = '(?:husband|wife|partner|boyfriend|girlfriend|fiancé|fiancée|fiance|fiancee)'

const status = new RegExp(
  `${selfVerb('am|is|are|was|were|been|be|live|lived|remain|remained|stayed')} (?:still |now |happily |quite |very |newly |recently |freshly |contentedly |legally |officially |not |never )*(?:a |an )?(?<status>single|unmarried|unattached|a bachelor|bachelor|spinster|married|divorced|divorcee|divorcé|divorcée|widowed|widow|widower|engaged|separated)(?! (?:to my (?:job|work|craft)|handed|mother|father|mum|mom|parent|dad|in(?! (?:19|20)\\d\\d)|out|up|with my (?:work|job)|room|bed|minded))(?=[\\s,.;!)]|$)`,
  'g',
)
const got = new RegExp(
  `${selfVerb('got married|get married|married|remarried|wed|wedded|eloped|tied the knot|said I do')}(?: (?:to )?(?:my (?:\\w+ ){0,2}?(?:husband|wife|sweetheart|love|partner|girlfriend|boyfriend|best friend)(?:,? )?)?(?<name>${NAME})?)?`,
  'g',
)
const wedding = new RegExp(
  `\\b(?:[Mm]y|the) (?:first and only |only )?wedding(?: (?:day|to (?<name>${NAME})))?(?: (?:was|took place|in|on))|\\b[Ww]edding (?:to|with) (?<named>${NAME})|\\b[Mm]arriage to (?<wed>${NAME})`,
  'g',
)
const neverMarried = new RegExp(
  `${SELF} (?:have |has |had )?never (?:once )?(?:been married|married|got married|gotten married|had a (?:husband|wife|spouse)|been anyone's (?:wife|husband)|walked down the aisle|tied the knot)\\b|\\b[Ww]e were never married`,
  'g',
)
const neverTogether = new RegExp(
  `${SELF} (?:have |has |had )?never (?:been in (?:a (?:\\w+ )?relationship|love)|had a (?:girlfriend|boyfriend|partner|relationship|serious relationship)|lived with a partner|shared my (?:home|life|name)[^,.;]{0,12} with any)`,
  'g',
)
const engaged = /\b(?:[Ww]e|I) (?:got|became) engaged\b/g
const spouse =
  /\b[Mm]y (?:(?:dear|lovely|beloved|own|new|second|future|first) )*(?<who>husband|wife|boyfriend|girlfriend|fiancée?|fiancee?)\b(?!-|'s (?:ex|late))/g
const partnerName = new RegExp(
  `\\b[Mm]y (?<kind>${PARTNER})(?:'s name is (?<named>${NAME})| is (?:called|named) (?<called>${NAME})|(?:,? who is|,)?(?: of [^,.;]{3,20},)? (?<name>${NAME})\\b(?! and I's))`,
  'g',
)
const marriedFor = new RegExp(
  `${SELF}(?: [^,.;]{0,20})? have (?:now )?been (?:happily |together and )?(?<kind>married|together|a couple|engaged|divorced|widowed)(?: to [^,.;]{2,20})? (?:for )?(?:about |almost |nearly |over |more than |some )?(?<years>${NUMBER}|a quarter of a century|half a century) ?(?:years?)?\\b`,
  'g',
)
const yearsOf = new RegExp(
  `\\b(?<years>${NUMBER}) years (?:of marriage|married|of being married)\\b`,
  'gi',
)
const anniversary = new RegExp(
  `\\b(?:[Mm]y|the) (?<which>silver|golden|ruby|first|fifth|tenth|fifteenth|twentieth|twenty-fifth|thirtieth|fortieth|fiftieth|\\d+(?:st|nd|rd|th)) (?:wedding )?anniversary\\b`,
  'g',
)
const met = new RegExp(
  `${SELF} (?:first )?met (?:my (?:future |late |second |first )?(?<kind>${PARTNER}))?(?:,? ?(?<name>${NAME}))?`,
  'g',
)
const divorce = new RegExp(
  `${selfVerb('divorced|got divorced|separated|split up')}(?: (?:from )?(?<name>${NAME}))?|\\b[Mm]y divorce\\b(?: (?:was|came|from))?|\\b[Mm]y ex-?(?:husband|wife)\\b`,
  'g',
)
const shares = new RegExp(
  `${SELF} share (?:a|my|an|the) (?:\\w+ )?(?:apartment|flat|house|room|place) with`,
  'g',
)
const alone = new RegExp(
  `${selfVerb('lives?|lived|living')} (?<who>alone|on my own|by my ?self|with my (?:husband|wife|partner|boyfriend|girlfriend|family|children|kids|parents|mother|father|sister|brother|(?:two|three|four) \\w+)|with (?:a |two |three )?(?:flatmates?|roommates?|housemates?))`,
  'g',
)

export const relationships: AttributeReader = {
  cues: words(`single unmarried unattached bachelor spinster married divorced divorcee divorced divorce widowed widow widower engaged
    separated husband wife partner boyfriend girlfriend fiancé fiancée fiance fiancee fianc wedding marriage marry remarried knot
    anniversary met relationship love couple alone lives live lived living together ex aisle wed shared share eloped roommates flatmates housemates`),
  read(sentence, emit) {
    readStatus(sentence, emit)
    readWeddings(sentence, emit)
    readNever(sentence, emit)
    readPartners(sentence, emit)
    readCompany(sentence, emit)
  },
}

function readStatus(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(status, sentence.text)) {
    const verb = readVerb(match)
    const word = match.groups!['status']!
    if (!verb) continue
    const value = statusOf(word)
    const span = spanOf(match, word)
    const negative = verb.negative || / (?:not|never) /.test(match[0])
    if (/ never /.test(match[0])) {
      if (value === 'married')
        emit({ ...span, statement: ever('marriage', '', false, sentence.context.eventDay) })
      continue
    }
    const held = stateDays(sentence, verb, [span.start, span.end], STATUS_SLACK)
    if (held)
      emit({ ...span, statement: state('marital status', value, held, { polarity: !negative }) })
    if (!negative && /married|divorced|widow/.test(value))
      emit({ ...span, statement: ever('marriage', '', true, sentence.context.eventDay) })
  }
}

function readWeddings(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of [...matchesOf(got, text), ...matchesOf(wedding, text)]) {
    const { name, named, wed, verb: words } = match.groups!
    if (words !== undefined) {
      const verb = readVerb(match)
      if (!verb || verb.negative || verb.tense === 'present' || / (?:am|is|are) /.test(match[0]))
        continue
    }
    const span = spanOf(match)
    const partner = (name ?? named ?? wed ?? '').toLowerCase()
    emit({ ...span, statement: ever('marriage', '', true, context.eventDay) })
    const again = /\b(?:again|second|remarried|third|first|ex)\b/.test(text)
    const stated = statedDays(sentence, [span.start, span.end])
    if (stated && !again) emit({ ...span, statement: dated('wedding', stated, { value: partner }) })
    const when = eventDays(sentence, [span.start, span.end])
    if (words !== undefined && when)
      emit({
        ...span,
        statement: state(
          'marital status',
          'married',
          { days: { from: when.to + 1, to: when.to + 30 } },
          { begins: true },
        ),
      })
  }
  for (const match of matchesOf(engaged, text)) {
    const span = spanOf(match)
    const when = eventDays(sentence, [span.start, span.end])
    if (when)
      emit({
        ...span,
        statement: state(
          'marital status',
          'engaged',
          { days: { from: when.to + 1, to: when.to + 30 } },
          { begins: true },
        ),
      })
  }
  for (const match of matchesOf(marriedFor, text)) {
    const { kind = '', years = '' } = match.groups!
    const count = /quarter/.test(years) ? 25 : /half/.test(years) ? 50 : numberOf(years)
    const span = spanOf(match)
    if (kind === 'married') {
      emit({ ...span, statement: ever('marriage', '', true, context.eventDay) })
      emit({
        ...span,
        statement: state('marital status', 'married', {
          days: { from: context.eventDay - (count - 0.5) * YEAR_DAYS, to: context.eventDay },
        }),
      })
      const from = context.eventDay - (count + 1) * YEAR_DAYS
      emit({
        ...span,
        statement: dated(
          'wedding',
          { from, to: context.eventDay - (count - 0.5) * YEAR_DAYS },
          { slack: 200 },
        ),
      })
    }
  }
  for (const match of matchesOf(yearsOf, text)) {
    if (
      /\b(?:I|[Ww]e|today|my)\b/.test(text) &&
      !/\b(?:parents|mother|father|they|he|she)\b/.test(text)
    )
      emit({ ...spanOf(match), statement: ever('marriage', '', true, context.eventDay) })
  }
  for (const match of matchesOf(anniversary, text)) {
    const count = ordinal(match.groups!['which']!)
    if (!/wedding|married|silver|golden|ruby/.test(text)) continue
    const at = context.eventDay - count * YEAR_DAYS
    emit({
      ...spanOf(match),
      statement: dated('wedding', { from: at - 20, to: at + 20 }, { slack: 200 }),
    })
    emit({ ...spanOf(match), statement: ever('marriage', '', true, context.eventDay) })
  }
}

function readNever(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(neverMarried, sentence.text))
    emit({ ...spanOf(match), statement: ever('marriage', '', false, eventDay) })
  for (const match of matchesOf(neverTogether, sentence.text)) {
    emit({ ...spanOf(match), statement: ever('relationship', '', false, eventDay) })
    emit({ ...spanOf(match), statement: ever('marriage', '', false, eventDay) })
  }
  for (const match of matchesOf(divorce, sentence.text)) {
    const verb = match.groups!['verb'] === undefined ? undefined : readVerb(match)
    if (verb?.negative) {
      if (verb.never) emit({ ...spanOf(match), statement: ever('divorce', '', false, eventDay) })
      continue
    }
    const span = spanOf(match)
    emit({ ...span, statement: ever('divorce', '', true, eventDay) })
    emit({ ...span, statement: ever('marriage', '', true, eventDay) })
    const stated = statedDays(sentence, [span.start, span.end])
    if (stated && /divorce/.test(match[0]) && !/ am /.test(match[0]))
      emit({
        ...span,
        statement: dated('divorce', stated, { value: (match.groups!['name'] ?? '').toLowerCase() }),
      })
  }
}

function readPartners(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const now = { days: { from: context.eventDay, to: context.eventDay } }
  if (
    !/\b(?:future|met|ex|like an? old|would-be|work (?:wife|husband)|imaginary|never had|as if|joke)\b/.test(
      text,
    )
  ) {
    for (const match of matchesOf(spouse, text)) {
      const who = match.groups!['who']!
      if (/husband|wife/.test(who))
        emit({ ...spanOf(match), statement: ever('marriage', '', true, context.eventDay) })
      emit({ ...spanOf(match), statement: ever('relationship', '', true, context.eventDay) })
      if (/\b(?:late|died|dead|first|second|former|then|was)\b/.test(text)) continue
      const value = /husband|wife/.test(who)
        ? 'married'
        : who.startsWith('fian')
          ? 'engaged'
          : 'together'
      emit({ ...spanOf(match), statement: state('marital status', value, { ...now, slack: 30 }) })
    }
  }
  for (const match of matchesOf(partnerName, text)) {
    const { kind = '', named, called, name } = match.groups!
    const value = (named ?? called ?? name)!
    if (/\b(?:ex|late|first|second|former|future)\b/.test(text)) continue
    emit({
      ...spanOf(match, value),
      statement: state(
        "partner's name",
        value.toLowerCase(),
        { ...now, slack: NAME_SLACK },
        { object: /husband|wife/.test(kind) ? 'spouse' : '' },
      ),
    })
  }
  for (const match of matchesOf(met, text)) {
    const { kind, name } = match.groups!
    const span = spanOf(match)
    const stated = statedDays(sentence, [span.start, span.end])
    if (!stated || (!kind && !name)) continue
    if (kind)
      emit({
        ...span,
        statement: dated('first meeting with the partner', stated, {
          value: (name ?? '').toLowerCase(),
        }),
      })
    if (name && /\bfirst\b/.test(match[0]))
      emit({
        ...span,
        statement: dated('first meeting with', stated, { object: name.toLowerCase() }),
      })
  }
}

function readCompany(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(shares, sentence.text))
    emit({
      ...spanOf(match),
      statement: state('living', 'with others', {
        days: { from: eventDay, to: eventDay },
        slack: 45,
      }),
    })
  for (const match of matchesOf(alone, sentence.text)) {
    const verb = readVerb(match)
    const who = match.groups!['who']!
    if (!verb) continue
    const span = spanOf(match, who)
    const held = stateDays(sentence, verb, [span.start, span.end], 45)
    const value = who.startsWith('with') ? 'with others' : 'alone'
    if (held && !verb.negative) emit({ ...span, statement: state('living', value, held) })
    if (verb.never && value === 'alone')
      emit({ ...span, statement: ever('living alone', '', false, sentence.context.eventDay) })
    else if (value === 'alone')
      emit({ ...span, statement: ever('living alone', '', true, sentence.context.eventDay) })
  }
}

function statusOf(word: string): string {
  if (/single|unmarried|unattached|bachelor|spinster/.test(word)) return 'single'
  if (/divorc/.test(word)) return 'divorced'
  if (/widow/.test(word)) return 'widowed'
  return word
}

const ordinals: Readonly<Record<string, number>> = {
  silver: 25,
  golden: 50,
  ruby: 40,
  first: 1,
  fifth: 5,
  tenth: 10,
  fifteenth: 15,
  twentieth: 20,
  'twenty-fifth': 25,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
}

function ordinal(word: string): number {
  return ordinals[word] ?? Number.parseInt(word, 10)
}
