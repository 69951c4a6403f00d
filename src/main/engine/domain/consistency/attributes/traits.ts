import { lastSubject } from '../claims/plain-sentence.ts'
import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { eventDays, stateDays, timeAt, type Held } from '../claims/when.ts'
import { abilities } from '../lexicon/traits/abilities.ts'
import { belief } from '../lexicon/traits/belief.ts'
import { belongings } from '../lexicon/traits/belongings.ts'
import { character, choices } from '../lexicon/traits/character.ts'
import { firsts } from '../lexicon/traits/firsts.ts'
import { habits } from '../lexicon/traits/habits.ts'
import { healthTraits } from '../lexicon/traits/health.ts'
import { kin } from '../lexicon/traits/kin.ts'
import { hobbies } from '../lexicon/traits/hobbies.ts'
import { money } from '../lexicon/traits/money.ts'
import { schooling } from '../lexicon/traits/schooling.ts'
import { service } from '../lexicon/traits/service.ts'
import { workingHours, workingLife } from '../lexicon/traits/working-life.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import type { Choice, Trait } from '../lexicon/traits/trait.ts'
import { compileOnce, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever, polar, state } from './statements.ts'

/** What was never so is not so for a while after, where it is no single event. */
const AFTER_NEVER = 120
/** What is said to have been so always reaches back this far. */
const ALWAYS_DAYS = 9_000
/** "Since college" was at least this long ago. */
const SINCE_DAYS = 1_000

type Side = 'never' | 'no' | 'yes' | 'young' | 'did'
const sides: readonly Side[] = ['never', 'no', 'yes', 'young', 'did']

type TraitReader = {
  readonly trait: Trait
  readonly plain: RegExp | undefined
  readonly patterns: readonly (readonly [side: Side, pattern: RegExp])[]
}
type ChoiceReader = {
  readonly choice: Choice
  readonly values: readonly (readonly [value: string, pattern: RegExp])[]
}

const traits: readonly TraitReader[] = [
  ...habits,
  ...abilities,
  ...firsts,
  ...belongings,
  ...belief,
  ...kin,
  ...healthTraits,
  ...character,
  ...hobbies,
  ...workingLife,
  ...schooling,
  ...money,
  ...service,
].map((trait) => ({
  trait,
  plain: trait.plain === undefined ? undefined : new RegExp(trait.plain),
  patterns: sides.flatMap((side) =>
    trait[side]?.length ? [[side, new RegExp(trait[side].join('|'))] as const] : [],
  ),
}))
const chosen: readonly ChoiceReader[] = [...choices, ...workingHours].map((choice) => ({
  choice,
  values: Object.entries(choice.values).map(([value, source]) => [value, new RegExp(source)]),
}))

const readersOf = new Map<string, Set<TraitReader | ChoiceReader>>()
for (const reader of [...traits, ...chosen]) {
  const { on } = 'trait' in reader ? reader.trait : reader.choice
  for (const word of words(on)) {
    const known = readersOf.get(word)
    if (known) known.add(reader)
    else readersOf.set(word, new Set([reader]))
  }
}

// What was so once, or is so no more: of another time than the sentence's.
const bygone =
  /\b(?:used to|no longer|any ?more|gave up|given up|quit|stopped|once (?:had|owned|kept)|grew out|grown out|(?:until|till)(?! (?:noon|midday|lunch\w*|late|dawn|midnight|\d|one|two|three|four|nine|ten|eleven|twelve|the (?:early|small))\b)|as a (?:child|boy|girl|kid|student|teenager)|when I was|in those days|back then|at the time|at that time)\b/
const change =
  /\b(?:now|these days|nowadays|finally|at last|learn(?:ed|t)|(?:my|a|the) new(?! year)|took up|taken up|became|become|turned|began|started|recently|born|birth|pregnant|bought|adopted|(?<!have |has )got (?:a|an|my|into|married|divorced|sober|rid)|(?:gone|went|go) (?:vegan|vegetarian|bald|grey|deaf|blind)|grown|inherited|rescued|passed|came home with|brought home|diagnosed|yet)\b/
const ended = /\b(?:gave up|given up|quit|stopped|paid (?:it )?off|cleared)\b/
const newlyDone =
  /\b(?:now|these days|nowadays|finally|at last|learn(?:ed|t)|took up|taken up|began|started|recently|passed|first (?:time|ever|lesson)|for the first time)\b/
const denial =
  /\b(?:[Nn]ever|[Nn]ot|[Nn]o|[Nn]obody|without|bachelor|spinster|teetotall?er|abstainer|[Dd]ry)\b/
const always =
  /\b(?:always|all my (?:life|days)|my (?:whole|entire) life|ever since|since (?:birth|childhood|I was|early|my)|for as long as|as long as I can|lifelong|life-long|by nature|from birth|born (?:with|a|left|blind|deaf))\b/
// What others do, or the persona not of themselves.
const elsewhere =
  /\b(?:borrowed|rented|rental|hired|company car|sitting for|looked after|looking after|shelter|stuffed|toy|statue|zoo|half-brother|half-sister|like a (?:brother|sister|son|daughter|father|mother|dog|cat|horse)|step-?(?:son|daughter|mother|father|sister|brother|mum|dad|child|children|kids|parents?)s?|foster|in law|hot dog|god-?daughter|god-?son|imaginary|as if|in everything but|but blood|like family|in spirit|so-called|meaning|what I call|metaphor\w*)\b/

export const traitReader: AttributeReader = {
  cues: [...readersOf.keys()],
  read(sentence, emit) {
    const found = candidates(sentence.text)
    if (found.size === 0) return
    const others = elsewhere.test(sentence.text)
    for (const reader of found) {
      if (others && !('trait' in reader && reader.trait.unguarded)) continue
      if ('trait' in reader) readTrait(reader, sentence, emit)
      else readChoice(reader, sentence, emit)
    }
  },
}

function candidates(text: string): Set<TraitReader | ChoiceReader> {
  const found = new Set<TraitReader | ChoiceReader>()
  for (const word of text.toLowerCase().match(/[a-zé]+/g) ?? [])
    for (const reader of readersOf.get(word) ?? []) found.add(reader)
  return found
}

function readTrait({ trait, plain, patterns }: TraitReader, sentence: Sentence, emit: Emit): void {
  let denied: RegExpExecArray | undefined
  const denies = denial.test(sentence.text)
  for (const [side, pattern] of patterns) {
    if (side === 'never' && !denies && !plain?.test(sentence.text)) continue
    compileOnce(pattern)
    const match = pattern.exec(sentence.text)
    if (!match || match[0] === '') continue
    const affirms = side === 'yes' || side === 'did' || side === 'young'
    // "Never learned to swim" holds "to swim".
    if (affirms && (denied || deniedWithin(match[0]) || deniedBefore(sentence.text, match)))
      continue
    if (!isOwn(sentence.text, match)) continue
    if (!affirms) denied = match
    const span = { start: match.index, end: match.index + match[0].length }
    const found: Found = { name: trait.name, slack: trait.slack, span, sentence, emit }
    if (side === 'never') emitNever(found)
    else if (side === 'did') emitDone(found)
    else if (side === 'young') emitYoung(found, trait.age ?? 26)
    else {
      if (!affirms && trait.lasting) emitNever(found)
      emitHeld(found, affirms)
    }
  }
}

/** "Never got my degree". */
function deniedBefore(text: string, { index }: RegExpExecArray): boolean {
  return /\b(?:never|not|no|nor)\b(?! (?:doubt|matter|wonder))[^.;,:]{0,14}$/.test(
    text.slice(Math.max(0, index - 24), index),
  )
}

function deniedWithin(words: string): boolean {
  // "Not without" is yes.
  if (/\b(?:not|never) .*\b(?:without|until|before)\b/.test(words)) return false
  return /\b(?:almost|nearly|not|never|no|none|without|neither|nor|hardly|rarely)\b/.test(words)
}

/** What names nobody must be the persona's by who acts in the clause. */
function isOwn(text: string, { index, 0: words }: RegExpExecArray): boolean {
  if (/\b(?:I|[Ww]e|[Mm]y|me)\b/.test(words)) return true
  const subject = lastSubject(text.slice(0, index))
  return subject === undefined || /^(?:I|[Ww]e|[Tt]here)$/.test(subject)
}

type Found = {
  readonly name: string
  readonly slack: number
  readonly span: { readonly start: number; readonly end: number }
  readonly sentence: Sentence
  readonly emit: Emit
}

function emitNever({ name, slack, span, sentence, emit }: Found): void {
  const { eventDay } = sentence.context
  const time = timeAt(sentence, span.start, span.end)
  const allLife = time?.kind === 'since' && always.test(sentence.text)
  if (time && time.kind !== 'vague' && time.kind !== 'then' && !allLife) return
  if (!/\b(?:these days|nowadays|now|any ?more)\b/.test(sentence.text))
    emit({ ...span, statement: ever(name, 'ever', false, eventDay) })
  if (slack > 0)
    emit({
      ...span,
      statement: polar(name, '', false, {
        days: { from: eventDay, to: eventDay },
        slack: Math.min(slack, AFTER_NEVER),
      }),
    })
}

function emitDone({ name, slack, span, sentence, emit }: Found): void {
  const when = eventDays(sentence, [span.start, span.end])
  const { eventDay } = sentence.context
  const day = Math.min(when?.to ?? eventDay, eventDay)
  emit({ ...span, statement: ever(name, 'ever', true, day) })
  const words = sentence.text.slice(span.start, span.end)
  if (
    when &&
    (slack === 0 ? /\bfirst\b(?! (?:one|person|in|of|year)\b)/ : /\bfirst (?:ever )?time\b/).test(
      words,
    )
  )
    emit({ ...span, statement: ever(name, 'ever', false, when.from - 2) })
  if (when && slack > 0)
    emit({
      ...span,
      statement: polar(name, '', true, {
        days: when,
        slack,
        ...(newlyDone.test(sentence.text) ? { slackBefore: 0 } : {}),
      }),
    })
}

/** The school days of who tells of them are long past. */
function emitYoung({ name, span, sentence, emit }: Found, age: number): void {
  const { eventDay, birth } = sentence.context
  const day = Math.min(eventDay, birth.to + age * YEAR_DAYS)
  emit({ ...span, statement: ever(name, 'ever', true, day) })
}

function emitHeld(found: Found, affirmed: boolean): void {
  const { name, span, sentence, emit } = found
  const { eventDay } = sentence.context
  if (affirmed) emit({ ...span, statement: ever(name, 'ever', true, eventDay) })
  for (const held of heldDays(found)) emit({ ...span, statement: polar(name, '', affirmed, held) })
}

function readChoice({ choice, values }: ChoiceReader, sentence: Sentence, emit: Emit): void {
  if (
    /\b(?:dye\w*|bleach\w*|wig|highlights|turned|going|went|cut|shaved off)\b/.test(sentence.text)
  )
    return
  for (const [value, pattern] of values) {
    compileOnce(pattern)
    const match = pattern.exec(sentence.text)
    if (!match || match[0] === '' || deniedWithin(match[0])) continue
    const span = { start: match.index, end: match.index + match[0].length }
    const found: Found = { name: choice.name, slack: choice.slack, span, sentence, emit }
    for (const held of heldDays(found))
      emit({ ...span, statement: state(choice.name, value, held) })
  }
}

const yearsWithin = new RegExp(`\\b(${NUMBER}) (years|months)\\b`, 'i')
const yearsAfter = new RegExp(
  `^(?: \\w+){0,2} (?:in|for) (?:over |about |almost |nearly |more than )?(${NUMBER}) (years|months)\\b`,
)

const yearsTrailing = new RegExp(
  `^[^.;,]{0,30}, (${NUMBER}) (years|months)(?: now| already)?(?=[.,;]|$)`,
)

/** "Eleven years sober", "have not smoked in ten years"; 0 where no years are said. */
function lastedYears(words: string, after: string): number {
  const [, count, unit] =
    yearsWithin.exec(words) ?? yearsAfter.exec(after) ?? yearsTrailing.exec(after) ?? []
  if (!count) return 0
  return unit === 'months' ? numberOf(count) / 12 + 0.4 : numberOf(count)
}

/** When a state held: at the time it is given, and around a remark about the present. */
function heldDays({ slack, span, sentence }: Found): Held[] {
  const { text, context } = sentence
  const { eventDay } = context
  const lasted = always.test(text)
  if (lasted && !/\b(?:until|till|no longer|used to|any ?more)\b/.test(text))
    return [
      { days: { from: eventDay - Math.max(slack, ALWAYS_DAYS), to: eventDay }, slack: 0 },
      { days: { from: eventDay, to: eventDay }, slack, slackBefore: 0 },
    ]
  const words = text.slice(span.start, span.end)
  if (ended.test(words)) {
    const when = timeAt(sentence, span.start, span.end)?.days
    const from = Math.min((when?.to ?? eventDay) + 1, eventDay)
    return [{ days: { from, to: eventDay }, slack, slackBefore: 0 }]
  }
  if (bygone.test(text)) return []
  const years = lastedYears(words, text.slice(span.end))
  if (years > 0)
    return [
      {
        days: { from: eventDay - (years - 0.5) * YEAR_DAYS, to: eventDay },
        slack,
        slackBefore: 0,
      },
    ]
  const time = timeAt(sentence, span.start, span.end)
  // "Up at five", "six feet": no time but what is said.
  if (
    time?.kind === 'at' &&
    time.start >= span.start &&
    (time.end <= span.end + 5 || /^at \w+$/.test(text.slice(time.start, time.end))) &&
    !/\b(?:19|20)\d\d\b/.test(text)
  )
    return [{ days: { from: eventDay, to: eventDay }, slack }]
  if (time?.kind === 'since' && !time.days)
    return [{ days: { from: eventDay - SINCE_DAYS, to: eventDay }, slack, slackBefore: 0 }]
  const tense = /\b(?:was|were|had|did|could)\b/.test(words) ? 'past' : 'present'
  const held =
    stateDays(sentence, { tense }, [span.start, span.end], slack) ??
    (tense === 'present' &&
    /\bfor (?:many |some |several )?(?:years|ages|decades|months)\b/.test(text)
      ? { days: { from: eventDay, to: eventDay }, slack, slackBefore: 0 }
      : undefined)
  if (!held) return []
  const near = text.slice(Math.max(0, span.start - 40), span.end + 30)
  return [change.test(near) ? { ...held, slackBefore: 0 } : held]
}
