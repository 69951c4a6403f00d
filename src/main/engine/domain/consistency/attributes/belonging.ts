import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { stateDays } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, permanent, state } from './statements.ts'

const religions: Readonly<Record<string, string>> = {
  catholic: 'christian',
  protestant: 'christian',
  christian: 'christian',
  lutheran: 'christian',
  methodist: 'christian',
  baptist: 'christian',
  anglican: 'christian',
  orthodox: 'christian',
  quaker: 'christian',
  presbyterian: 'christian',
  muslim: 'muslim',
  jewish: 'jewish',
  jew: 'jewish',
  hindu: 'hindu',
  buddhist: 'buddhist',
  sikh: 'sikh',
  atheist: 'atheist',
  agnostic: 'agnostic',
  believer: 'believer',
  islam: 'muslim',
  buddhism: 'buddhist',
  hinduism: 'hindu',
  judaism: 'jewish',
  catholicism: 'christian',
  christianity: 'christian',
}
const FAITH = `(?:${Object.keys(religions)
  .map((name) => `[${name[0]!.toUpperCase()}${name[0]}]${name.slice(1)}`)
  .join('|')})`
const faith = new RegExp(
  `${selfVerb('am|is|was|were|been|be|became|remain|raised|brought up|grew up|converted to')} (?:as )?(?:a |an )?(?:practising |practicing |devout |lapsed |convinced |lifelong |life-?long |strict |committed |observant |good |believing )*(?<faith>${FAITH})\\b(?! (?:school|church|church choir|country|family|neighbou?rhood|friend|hospital))`,
  'g',
)
/** Of what one has done "since I was a boy": at least so many days. */
const LIFELONG = 3_000
// What only those of one faith do as a matter of course.
const practices: readonly (readonly [faith: string, pattern: RegExp])[] = [
  ['muslim', /Friday prayers|Jumu|Ramadan|mosque|five times a day|prayer mat|imam/],
  ['jewish', /Shabbat|Sabbath candles|synagogue|kosher|rabbi/],
  ['hindu', /puja|mandir/],
  ['christian', /communion|Mass|confession|rosary|church|chapel/],
]
const practice =
  /\b(?:I|my|[Mm]y)\b[^.;]{0,40}\b(?:Friday prayers|Jumu.?ah|five times a day|prayer mat|(?:at|to) (?:the )?mosque|(?:fast(?:ed)?|kept|keep) (?:for |through |during )?Ramadan|my imam|Shabbat|Sabbath candles|(?:to|at|in) synagogue|keep kosher|my rabbi|(?:my )?puja|to the mandir|(?:took|take) communion|(?:to|at|in) Mass|to confession|(?:in|for|at|to) (?:the )?(?:church choir|church|chapel))\b(?=[^.;]{0,40}\b(?:every|each|always|as usual|as ever|since|all my life|twice|without fail|daily)\b)/g
const godless = new RegExp(
  `${SELF} (?:do not believe|have never believed|never believed) in (?:God|a god|any god)\\b|${SELF} (?:have|has) no (?:religion|faith)\\b`,
  'g',
)
const devout = new RegExp(
  `${SELF}(?: still| always)? (?:go|pray|attend)(?: to)? ?(?:church|[Mm]ass|daily|every day|every night|the mosque|temple|synagogue)(?: every| each| on Sundays| daily|[.,;]| and)`,
  'g',
)
const church = new RegExp(
  `${SELF} (?:have |has |had )?never (?:once )?(?:been to|set foot in|gone to|been inside|attended) (?:a |an |any )?(?<never>church|mass|mosque|synagogue|temple)\\b`,
  'g',
)
const army = new RegExp(
  `${SELF} (?:(?<never>(?:have |has |had )?never (?:served|been in|fought|enlisted|joined)(?: in)?(?: the| an| any)? ?(?:army|navy|military|armed forces|air force|war|uniform)?)|(?:served(?: (?:two|three|a|one|four) tours?)|was in (?:the )?(?:army|navy|air force|military|marines) (?=for|from|until)|served|enlisted|spent (?:\\w+ ){1,4}|did my (?:military|national) service|fought|was conscripted|was drafted|did (?:\\w+ ){1,4})(?: (?:in|with|into|for))?(?: \\w+){0,3}? (?:the )?(?:[Aa]rmy|[Nn]avy|military|armed forces|[Aa]ir [Ff]orce|[Mm]arines|national service|infantry|war|Afghanistan|Iraq|Vietnam))\\b`,
  'g',
)
const gender = new RegExp(
  `${SELF} (?:am|was) (?:a |the only )(?<gender>woman|man|girl|boy|lady|guy)(?=[,.;!]| (?:in|who|and|with|at)\\b)|\\b[Aa]s a (?<as>woman|man)\\b(?=,| I\\b)`,
  'g',
)
const times = new RegExp(
  `${SELF} (?:have |has |had )?(?:been |got |ever )?(?<what>married|divorced|moved house|moved) (?<count>once|twice|${NUMBER} times|only once)\\b(?! (?:a|the|before|that|in (?:a|one)))`,
  'g',
)
const employees = new RegExp(
  `(?:${SELF} (?:have|has|had|employ|employs|employed|paid [^,.;]{2,20})|\\b[Mm]y|\\bof my) (?<count>${NUMBER}|no) (?:\\w+ )?(?<what>employees|apprentices|grandchildren|godchildren|tattoos|cousins|aunts|uncles|jobs|bikes|cars|houses|degrees)\\b`,
  'g',
)

export const belonging: AttributeReader = {
  cues: words(`${Object.keys(religions).join(' ')} prayers ramadan shabbat kosher communion puja chapel believe believed god pray attend daily sundays religion faith church mass mosque synagogue temple army navy
    military war service served enlisted conscripted drafted marines infantry uniform force woman man girl boy once twice times
    employees apprentices grandchildren godchildren tattoos cousins aunts uncles jobs bikes cars houses degrees`),
  read(sentence, emit) {
    readFaith(sentence, emit)
    readService(sentence, emit)
    readCounts(sentence, emit)
  },
}

function readFaith(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(faith, text)) {
    const verb = readVerb(match)
    const word = match.groups!['faith']!
    if (!verb || verb.never) continue
    const raised = /raised|brought up|grew up/.test(match[0])
    const value = religions[word.toLowerCase()]!
    const span = spanOf(match, word)
    if (raised && !verb.negative)
      emit({ ...span, statement: permanent('religion of the family', value) })
    if (raised) continue
    const held = stateDays(sentence, verb, [span.start, span.end], 200)
    if (held)
      emit({ ...span, statement: state('religion', value, held, { polarity: !verb.negative }) })
  }
  for (const match of matchesOf(practice, text)) {
    if (
      /\b(?:tourist|visit\w*|invited|friend\w*|neighbou?r\w*|wedding|funeral|watch\w*|not|never|if)\b/.test(
        text,
      )
    )
      continue
    const value = practices.find(([, pattern]) => pattern.test(match[0]))?.[0]
    const lasted = /\b(?:since|all my life|always)\b/.test(text) ? LIFELONG : 0
    const days = { from: context.eventDay - lasted, to: context.eventDay }
    if (value) emit({ ...spanOf(match), statement: state('religion', value, { days, slack: 200 }) })
  }
  for (const match of matchesOf(godless, text)) {
    emit({
      ...spanOf(match),
      statement: state('religion', 'atheist', {
        days: { from: context.eventDay, to: context.eventDay },
        slack: 200,
      }),
    })
  }
  for (const match of matchesOf(devout, text)) {
    if (!/\b(?:every|each|daily|Sundays)\b/.test(text)) continue
    emit({
      ...spanOf(match),
      statement: state('religion', 'believer', {
        days: { from: context.eventDay, to: context.eventDay },
        slack: 200,
      }),
    })
  }
  for (const match of matchesOf(church, text)) {
    emit({
      ...spanOf(match),
      statement: ever('having been in', match.groups!['never']!, false, context.eventDay),
    })
  }
  for (const match of matchesOf(atService, text)) {
    const what = match.groups!['where']!
    emit({ ...spanOf(match), statement: ever('having been in', what, true, context.eventDay) })
  }
}

const atService = new RegExp(
  `${SELF} (?:went to|go to|attended|sat in|sang in|prayed in|was baptised in|was christened in|got married in|married in|knelt in) (?:the |a |an |my )?(?:\\w+ )?(?<where>church|mass|mosque|synagogue|temple)\\b`,
  'g',
)

function readService(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(army, sentence.text)) {
    const never = match.groups!['never'] !== undefined
    if (never && !/army|navy|military|forces|force|war|uniform/.test(match[0])) continue
    if (/salvation|church|terracotta/i.test(sentence.text)) continue
    emit({
      ...spanOf(match),
      statement: ever('military service', '', !never, sentence.context.eventDay),
    })
  }
  for (const match of matchesOf(gender, sentence.text)) {
    const word = (match.groups!['gender'] ?? match.groups!['as'])!
    if (sentence.context.field !== 'facts' && sentence.context.field !== 'response') continue
    emit({
      ...spanOf(match, word),
      statement: permanent('gender', /woman|girl|lady/.test(word) ? 'woman' : 'man'),
    })
  }
}

function readCounts(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  const now = { days: { from: eventDay, to: eventDay }, slack: 60 }
  for (const match of matchesOf(times, sentence.text)) {
    const { what = '', count = '' } = match.groups!
    const number = /once/.test(count)
      ? 1
      : count === 'twice'
        ? 2
        : numberOf(count.replace(' times', ''))
    emit({
      ...spanOf(match, count),
      statement: state('number of times', String(number), now, {
        object: what.replace(' house', ''),
      }),
    })
  }
  for (const match of matchesOf(employees, sentence.text)) {
    const { what = '', count = '' } = match.groups!
    emit({
      ...spanOf(match, count),
      statement: state('number of', String(numberOf(count)), now, { object: what }),
    })
  }
}
