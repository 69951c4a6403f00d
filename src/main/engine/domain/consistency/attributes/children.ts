import type { Sentence } from '../claims/sentence.ts'
import { SELF } from '../claims/verb-phrase.ts'
import { statedDays } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { NAME } from '../lexicon/places.ts'
import {
  matchesOf,
  spanOf,
  words,
  type AttributeReader,
  type Emit,
  type Found,
} from './attribute-reader.ts'
import { dated, ever, state } from './statements.ts'

const CHILDREN_SLACK = 150
const KIND = '(?:children|child|kids?|sons?|daughters?|boys|girls|little ones)'
const noChildren = new RegExp(
  `${SELF} (?:have |has |had )?never (?:had|have|wanted or had|became|become|been) (?:any |a )?(?:children|kids|child|child of my own|children of my own|father|mother|parent)\\b|${SELF} (?:have|has|had|am|was|remained?) (?:no (?:children|kids|child|sons or daughters)|childless|childfree|child-free|not (?:a|got any) (?:mother|father|parent|children|kids))\\b|${SELF} do(?:es)? not have (?:any )?(?:children|kids|a child)\\b|\\b[Ww]e (?:never had|have no|do not have(?: any)?) (?:children|kids)|\\bno (?:child|children|kids) of my own\\b`,
  'g',
)
const counted = new RegExp(
  `${SELF} (?:have|has|had|raised|am raising|are raising|am (?:a |the )?(?:proud )?(?:mother|father|mum|mom|dad|parent|single mother|single father|single mum) (?:of|to)) (?:only |just |got )?(?<count>${NUMBER}|a|an)(?: (?:small|young|grown(?:-up)?|adult|teenage|little|wonderful|beautiful|lovely|school-age|grown up|healthy))* (?<kind>${KIND})\\b(?! (?:in my class|at school|to (?:teach|look)))|\\b[Mm]y (?<mine>${NUMBER})(?: (?:small|young|grown|adult|teenage|little))* (?<kind2>children|kids|sons|daughters)\\b|\\bwith (?:my|the) (?<with>${NUMBER}) (?<kind3>children|kids)\\b`,
  'g',
)
const noneOf = /\b(?:and|but) no (?<kind>sons|daughters)\b/g
const parentOf = new RegExp(
  `${SELF} (?:am|was|became) (?:a |the )?(?:proud |single |busy )*(?:father|mother|mum|mom|dad|parent) (?:of|to) (?<count>${NUMBER})(?= (?:and|who|in|at|with)\\b|[,.;!])`,
  'g',
)
const cannot =
  /\b(?:I|[Ww]e) (?:could not|can not|were not able to|was not able to) have (?:children|kids|a child|a baby)\b/g
const ofMine = new RegExp(
  `\\b(?:(?:[Aa]ll )?(?<count>${NUMBER}) of my|(?<both>[Bb]oth)(?: of)? my|(?:elder|older|younger|eldest|youngest) of my (?<rank>${NUMBER})\\b) ?(?<kind>${KIND})?`,
  'g',
)
const mine =
  /\b[Mm]y (?:(?:eldest|oldest|youngest|older|younger|little|baby|newborn|teenage|grown|small|two|three|four|first|second|only|own|firstborn|twin) )*(?:son|sons|daughter|daughters|children|twins|(?<=twin )(?:girls|boys))\b(?!-| in law)/g
const onlyChild = /\b[Mm]y only (?:child|son|daughter)\b/g
const born = new RegExp(
  `\\b[Mm]y (?:(?<which>first|second|third|fourth|eldest|oldest|youngest) )?(?:child|son|daughter|baby|boy|girl)?,? ?(?<name>${NAME})?,? ?(?:was|were) born\\b|${SELF} (?:gave birth to|became a (?:father|mother|dad|mum|mom|parent))`,
  'g',
)

export const children: AttributeReader = {
  cues: words(
    `child children kid kids son sons daughter daughters twins childless childfree mother father parent mum mom dad boys girls birth born`,
  ),
  read(sentence, emit) {
    readNone(sentence, emit)
    readCounts(sentence, emit)
    readMentions(sentence, emit)
  },
}

function readNone(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(noChildren, sentence.text)) {
    if (
      /\bhad no\b|\bwas childless\b/.test(match[0]) &&
      /\b(?:then|yet|at the time)\b/.test(sentence.text)
    )
      continue
    emit({ ...spanOf(match), statement: ever('child', '', false, eventDay) })
    emit({
      ...spanOf(match),
      statement: state('children', '0', {
        days: { from: eventDay, to: eventDay },
        slack: CHILDREN_SLACK,
      }),
    })
  }
}

function readCounts(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  if (
    /\b(?:pupils?|class|students?|step|foster|left at home|at home|still|god|counting|including)\b/.test(
      sentence.text,
    )
  )
    return
  for (const match of matchesOf(counted, sentence.text)) {
    const { count, mine: own, with: beside, kind, kind2, kind3 } = match.groups!
    const number = (count ?? own ?? beside)!
    const what = (kind ?? kind2 ?? kind3)!
    const many = numberOf(number)
    if (many > 15) continue
    const more =
      /^,? and (?:a |an |one |two |three |my |\w+ )?(?:step|foster|son|daughter|child|baby|grand|nephew|niece)/.test(
        sentence.text.slice(match.index + match[0].length),
      )
    if (kindOf(what) !== 'children' || !more)
      emitCount(
        kindOf(what),
        /^an?$/.test(number) ? '1+' : many,
        spanOf(match, number),
        eventDay,
        emit,
      )
    else if (many > 0) emit({ ...spanOf(match), statement: ever('child', '', true, eventDay) })
  }
}

function emitCount(
  attribute: string,
  many: number | '1+',
  span: Pick<Found, 'start' | 'end' | 'valueStart' | 'valueEnd'>,
  day: number,
  emit: Emit,
): void {
  const held = { days: { from: day, to: day }, slack: CHILDREN_SLACK }
  emit({ ...span, statement: state(attribute, String(many), held) })
  if (attribute !== 'children' && many !== 0)
    emit({ ...span, statement: state('children', `${Number.parseInt(String(many), 10)}+`, held) })
  if (many === '1+' || many > 0) emit({ ...span, statement: ever('child', '', true, day) })
}

function readMentions(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(noneOf, text)) {
    if (/\b(?:I|[Ww]e) have\b/.test(text))
      emitCount(match.groups!['kind']!, 0, spanOf(match), context.eventDay, emit)
  }
  for (const match of matchesOf(parentOf, text)) {
    const count = match.groups!['count']!
    emitCount('children', numberOf(count), spanOf(match, count), context.eventDay, emit)
  }
  for (const match of matchesOf(cannot, text))
    emit({ ...spanOf(match), statement: ever('child', '', false, context.eventDay) })
  for (const match of matchesOf(ofMine, text)) {
    const { count, both, rank, kind = rank ? 'children' : '' } = match.groups!
    const number = (count ?? rank ?? both)!
    if (kind !== '' && !/pupil|class/.test(text))
      emitCount(kindOf(kind), numberOf(number), spanOf(match), context.eventDay, emit)
  }
  if (
    /\b(?:pupils?|class|like (?:a|my)|as if|joke|never had|would have|cat|dog|machine|bike|call(?:ed)? (?:it|him|her|them)|tell everyone|wanted|want|hope|someday|one day|Bechstein|piano|car|guitar|boat)\b/.test(
      text,
    )
  )
    return
  for (const match of matchesOf(mine, text)) {
    emit({ ...spanOf(match), statement: ever('child', '', true, context.eventDay) })
    const kind = kindOf(/\w+$/.exec(match[0])![0])
    const least = /twins?\b/.test(match[0]) ? '2+' : '1+'
    const held = { days: { from: context.eventDay, to: context.eventDay }, slack: CHILDREN_SLACK }
    if (/\b(?:born|adopted)\b/.test(text)) continue
    emit({ ...spanOf(match), statement: state(kind, least, held) })
    if (kind !== 'children') emit({ ...spanOf(match), statement: state('children', least, held) })
  }
  for (const match of matchesOf(onlyChild, text)) {
    const attribute = /only son/.test(match[0])
      ? 'sons'
      : /only daughter/.test(match[0])
        ? 'daughters'
        : 'children'
    emit({
      ...spanOf(match),
      statement: state(attribute, '1', {
        days: { from: context.eventDay, to: context.eventDay },
        slack: CHILDREN_SLACK,
      }),
    })
  }
  for (const match of matchesOf(born, text)) {
    const { name, which } = match.groups!
    const own =
      /\b(?:child|son|daughter|baby|boy|girl)\b|first|eldest|oldest|youngest|gave birth|became/.test(
        match[0],
      )
    if (!own) continue
    const birthday = { days: { from: context.eventDay + 1, to: context.eventDay + 30 } }
    if (statedDays(sentence, [match.index, match.index + match[0].length]) === undefined)
      emit({ ...spanOf(match), statement: state('children', '1+', birthday, { begins: true }) })
    emit({ ...spanOf(match), statement: ever('child', '', true, context.eventDay) })
    const span = spanOf(match)
    const stated = statedDays(sentence, [span.start, span.end])
    const object = name ?? which ?? ''
    if (stated && object)
      emit({ ...span, statement: dated('birth of', stated, { object: object.toLowerCase() }) })
  }
}

function kindOf(noun: string): string {
  if (/^(?:sons?|boys)$/.test(noun)) return 'sons'
  return /^(?:daughters?|girls)$/.test(noun) ? 'daughters' : 'children'
}
