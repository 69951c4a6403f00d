import { stem } from '../../text/tokenize.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { eventDays, timeAt } from '../claims/when.ts'
import { DEED, deedCues, deedOf, intransitive } from '../lexicon/deeds.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, ever } from './statements.ts'

const REST = '(?<rest>(?: [^\\s,.;:!?]+){0,6})'
const never = new RegExp(
  `${SELF}(?: (?:have|has|had|do|did))? (?:never|not once)(?: (?:once|ever|actually|even|yet|in my life|learned to|learnt to|learned how to|tried to|really))* (?<verb>[a-z]+)\\b${REST}|${SELF} (?:have|has) not (?:once |ever )(?<notOnce>[a-z]+)\\b${REST.replace('rest', 'rest2')}`,
  'g',
)
const gone = new RegExp(
  `${SELF} (?:have |has |had )?never (?:once |ever |actually )?(?:been|gone) (?<what>skiing|sailing|camping|surfing|diving|scuba diving|hunting|fishing|skating|ice skating|hiking|climbing|swimming|dancing|riding|horse riding|skydiving|snorkelling|bowling|hitchhiking)`,
  'g',
)
const went = new RegExp(
  `${selfVerb('went|gone|go|been|took up|tried')} (?<what>skiing|sailing|camping|surfing|diving|scuba diving|hunting|fishing|skating|ice skating|hiking|climbing|swimming|dancing|riding|horse riding|skydiving|snorkelling|bowling|hitchhiking)`,
  'g',
)
const did = new RegExp(`${selfVerb('[a-z]+')}\\b${REST}`, 'g')
const busy = new RegExp(
  `${SELF}(?: (?:have|has|had|just|also|still|always))* (?:finished|started|kept|keep|keeps|enjoy|enjoys|enjoyed|love|loves|loved|spent (?:the|all|my|a|another) (?:\\w+ )?\\w+) (?<verb>[a-z]+ing)\\b${REST}`,
  'g',
)
const thing = new RegExp(
  `\\b(?<gerund>[A-Z][a-z]+ing) is (?:the one thing|something|a thing) I have never (?:done|tried)`,
  'g',
)
const UNDERGONE =
  '(?:arrested|fired|sacked|robbed|mugged|burgled|promoted|stung|bitten|expelled|suspended|published|convicted|kidnapped|hypnotised|struck by lightning|in prison|in jail|in a fight|in a car accident|in an accident|on television|on TV|on stage|to a (?:concert|wedding|funeral|festival|casino|zoo|circus|museum|football match)|to (?:the )?(?:opera|theatre|theater|ballet|prison|jail|court|therapy)|late for work)'
const undergoneNever = new RegExp(
  `${SELF} (?:have |has |had )?(?:never|not once) (?:once |ever |actually |even )?(?:been|gone|got(?:ten)?) (?<what>${UNDERGONE})`,
  'g',
)
const undergone = new RegExp(
  `${selfVerb('was|were|got|been|went')} (?:once |finally |nearly )?(?<what>${UNDERGONE})`,
  'g',
)
const HAD =
  '(?:speeding ticket|parking ticket|car accident|accident|cavity|filling|hangover|panic attack|affair|breakdown|nervous breakdown|nosebleed|black eye|driving lesson|library card|credit card|bank account|birthday party|job interview|best friend|massage|facial|haircut|flu shot|baby|miscarriage|stroke|heart attack|concussion|migraine)'
const hadNever = new RegExp(
  `${SELF} (?:have |has |had )?never (?:once |ever |actually |even )?(?:had|got|gotten|received|been given) (?:a |an |so much as a |a single )(?<what>${HAD})\\b`,
  'g',
)
const had = new RegExp(
  `${selfVerb('had|got|received')} (?:a|an|my first|another|my second|two|three) (?:[a-z]+ )?(?<what>${HAD})s?\\b`,
  'g',
)
const first = new RegExp(
  `\\b(?:[Tt]he|[Mm]y) first time (?:that )?(?:I )?(?:ever )?(?<verb>${DEED}|saw|was on|was in)\\b${REST}`,
  'g',
)
const firstDeed = new RegExp(
  `${SELF} (?:(?:had )?first (?<verb>${DEED})|(?<verb2>${DEED}) (?:[^,.;]{2,30} )?for the (?:very )?first time)\\b${REST}`,
  'g',
)

export const deeds: AttributeReader = {
  cues: [
    ...deedCues,
    ...words(
      'skiing sailing camping surfing diving skydiving skating fishing hunting hiking climbing bowling snorkelling never arrested fired sacked robbed mugged burgled promoted stung bitten expelled suspended published convicted prison jail fight accident television stage concert wedding funeral festival casino opera theatre theater ballet court therapy ticket cavity filling hangover affair breakdown nosebleed haircut massage concussion',
    ),
  ],
  read(sentence, emit) {
    if (/\b(?:never|not once|not ever|have not)\b/.test(sentence.text)) readNever(sentence, emit)
    readDone(sentence, emit)
    if (sentence.text.includes('first')) readFirst(sentence, emit)
  },
}

function readNever(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(never, text)) {
    const { verb, notOnce, rest = '', rest2 = '' } = match.groups!
    const deed = deedOf((verb ?? notOnce)!)
    if (!deed) continue
    const after = rest || rest2
    const object = neverObject(after, deed.base, text.slice(match.index + match[0].length))
    if (object === undefined) continue
    const span = {
      start: match.index,
      end: match.index + match[0].length - after.length + lengthOf(after, object),
    }
    emit({ ...span, statement: deedStatement(deed.base, object, false, context.eventDay) })
  }
  for (const match of matchesOf(gone, text)) {
    emit({
      ...spanOf(match),
      statement: deedStatement(gerund(match.groups!['what']!), '', false, context.eventDay),
    })
  }
  for (const match of [...matchesOf(undergoneNever, text), ...matchesOf(hadNever, text)]) {
    emit({
      ...spanOf(match),
      statement: deedStatement('have', match.groups!['what']!, false, context.eventDay),
    })
  }
  for (const match of matchesOf(thing, text)) {
    const base = deedOf(match.groups!['gerund']!.toLowerCase())?.base
    if (base && intransitive.has(base))
      emit({ ...spanOf(match), statement: deedStatement(base, '', false, context.eventDay) })
  }
}

function readDone(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(did, text)) {
    const verb = readVerb(match)
    const { verb: word = '', rest = '', aux = '' } = match.groups!
    const deed = deedOf(word)
    if (!verb || verb.negative || !deed || / (?:can|could|be) /.test(`${aux} `)) continue
    if (
      deed.base !== word &&
      !word.endsWith('ing') &&
      verb.tense === 'present' &&
      / (?:am|is|are) /.test(`${aux} `)
    )
      continue
    if (verb.tense === 'past' && / (?:was|were|got) /.test(`${aux} `) && !word.endsWith('ing'))
      continue
    const span = { start: match.index, end: match.index + match[0].length - rest.length }
    if (
      (intransitive.has(deed.base) || gains.has(deed.base)) &&
      !/^ (?:away|to death|into|out|over|off)\b/.test(rest)
    )
      emit({ ...span, statement: deedStatement(deed.base, '', true, doneDay(sentence, match)) })
    for (const object of doneObjects(rest))
      emit({
        ...span,
        end: match.index + match[0].length,
        statement: deedStatement(deed.base, object, true, doneDay(sentence, match)),
      })
  }
  for (const match of matchesOf(busy, text)) {
    const { verb = '', rest = '' } = match.groups!
    const deed = deedOf(verb)
    if (!deed) continue
    const statement = (object: string) =>
      deedStatement(deed.base, object, true, doneDay(sentence, match))
    if (intransitive.has(deed.base) || gains.has(deed.base))
      emit({ ...spanOf(match), statement: statement('') })
    for (const object of doneObjects(rest)) emit({ ...spanOf(match), statement: statement(object) })
  }
  for (const match of [...matchesOf(undergone, text), ...matchesOf(had, text)]) {
    const verb = readVerb(match)
    if (!verb || verb.negative || / nearly /.test(match[0])) continue
    emit({
      ...spanOf(match),
      statement: deedStatement('have', match.groups!['what']!, true, doneDay(sentence, match)),
    })
  }
  for (const match of matchesOf(went, text)) {
    const verb = readVerb(match)
    if (!verb || verb.negative || (verb.tense === 'present' && match.groups!['verb'] !== 'go'))
      continue
    emit({
      ...spanOf(match),
      statement: deedStatement(gerund(match.groups!['what']!), '', true, doneDay(sentence, match)),
    })
  }
  void context
}

function readFirst(sentence: Sentence, emit: Emit): void {
  const { text } = sentence
  for (const match of [...matchesOf(first, text), ...matchesOf(firstDeed, text)]) {
    const { verb, verb2, rest = '' } = match.groups!
    const deed = deedOf((verb ?? verb2)!)
    if (!deed) continue
    const object = neverObject(rest, deed.base, '')
    if (object === undefined) continue
    const span = spanOf(match)
    const when = eventDays(sentence, [span.start, span.end])
    if (!when) continue
    const time = timeAt(sentence, span.start, span.end)
    // Before the first time there was none.
    emit({ ...span, statement: deedStatement(deed.base, object, false, when.from - 2) })
    if (time) emit({ ...span, statement: dated(`first time to ${deed.base}`, when, { object }) })
  }
}

function deedStatement(base: string, object: string, polarity: boolean, day: number) {
  return ever('having done', object ? `${base} ${object}` : base, polarity, day)
}

/** The latest day by which it was done. */
function doneDay(sentence: Sentence, match: RegExpExecArray): number {
  const when = eventDays(sentence, [match.index, match.index + match[0].length])
  return Math.min(when?.to ?? sentence.context.eventDay, sentence.context.eventDay)
}

// "Never won anything" is contradicted by any one thing.
const gains = new Set([
  'win',
  'steal',
  'publish',
  'donate',
  'build',
  'write',
  'bake',
  'knit',
  'sew',
  'paint',
])

const stops =
  /^(?:in|on|at|with|and|or|but|for|since|because|so|when|than|from|to|by|as|that|which|who|of|until|till|before|after|while|during|into|over|across|down|up|out|off|through|along|around|near|about|again|there|here|then|without|against|under|every|all|like|if|is|was|where|back|home|away|alone|together|once|twice|ago|myself|not|nor|either|too|this|last|yesterday|today|what|how|why|him|her|them|it|me|you|us|his|their|its|i|we|he|she|they)$/
const determiners =
  /^(?:a|an|any|the|my|some|one|two|three|four|five|six|several|many|another|most|more|much|no|single|whole|little|bit|piece|only|first|own|old|new|big|small|huge|long|great|good|real|actual|same)$/
// With "the", only what there is one of.
const unique =
  /^the (?:sea|ocean|opera|theatre|theater|mountains|desert|violin|piano|guitar|drums|trumpet|flute|cello|lottery|army|northern|metro|underground|marathon|organ|accordion|bagpipes|harp|bible|saxophone)\b/
const anyOne = /^(?:a|an|any|one|another)\b/

/** What was never done, in one or two words; undefined where it is something particular. */
function neverObject(rest: string, base: string, after: string): string | undefined {
  const phrase = rest.trim().toLowerCase()
  if (phrase === '' || stops.test(phrase.split(' ')[0]!)) {
    const first = phrase.split(' ')[0] ?? ''
    if (!intransitive.has(base)) return undefined
    return /^(?:in|at|on|since|again|with|and|or|before|not|there|like|so|that|as|alone|together|into|for|to)?$/.test(
      first,
    ) &&
      !/^(?:like|so|that|as|with|there|again|alone|to|for)$/.test(first) &&
      !/^ (?:again|so|like|since)/.test(after)
      ? ''
      : undefined
  }
  if (
    /^(?:anything|a thing|a single thing)$/.test(phrase.split(/ (?:in|at|on|for)\b/)[0]!) &&
    gains.has(base)
  )
    return ''
  const particular =
    /^(?:the|my|his|her|their|that|this|such|so|anything|anyone|anybody|nothing|more|better|much|many|enough|him|it)\b/.test(
      phrase,
    )
  if (particular && !unique.test(phrase)) return undefined
  // "a more", "a better", "anything like": beyond compare, not never.
  if (
    /\b(?:more|better|worse|such|like|than|so|as|that|who|other|quite|again|further|else|finer|bigger|faster|happier|prettier)\b/.test(
      phrase.split(/ (?:in|on|at|for|since)\b/)[0]!,
    )
  )
    return undefined
  const nouns = contentWords(phrase)
  if (nouns.length === 0 || nouns.length > 2) return undefined
  if (
    base === 'take' ||
    base === 'get' ||
    base === 'use' ||
    base === 'give' ||
    base === 'hold' ||
    base === 'hear' ||
    base === 'lose' ||
    base === 'pay'
  )
    return anyOne.test(phrase) || nouns.length === 1 ? nouns.join(' ') : undefined
  return nouns.join(' ')
}

/** What was done to what: each word of the object, and each two that stand together. */
function doneObjects(rest: string): string[] {
  const nouns = contentWords(rest.trim().toLowerCase())
  const pairs = nouns.slice(1).map((noun, i) => `${nouns[i]} ${noun}`)
  // Only the last word is what it was; the words before say which.
  return [...nouns.slice(-1), ...pairs.slice(-1)]
}

function contentWords(phrase: string): string[] {
  const kept: string[] = []
  for (const word of phrase.split(' ')) {
    const plain = word.replace(/'s$|[^a-zé-]/g, '')
    if (stops.test(plain)) break
    if (!determiners.test(plain) && plain.length > 1) kept.push(stem(plain))
  }
  return kept
}

function lengthOf(rest: string, object: string): number {
  if (object === '') return 0
  const last = object.split(' ').at(-1)!
  let length = 0
  for (const word of rest.split(' ').slice(1)) {
    length += word.length + 1
    if (stem(word.toLowerCase().replace(/[^a-zé-]/g, '')) === last) return length
  }
  return rest.length
}

function gerund(what: string): string {
  const word = what.split(' ').at(-1)!
  return deedOf(word)?.base ?? stem(word)
}
