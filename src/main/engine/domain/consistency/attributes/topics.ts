import type { Sentence } from '../claims/sentence.ts'
import { lastSubject } from '../claims/plain-sentence.ts'
import { eventDays } from '../claims/when.ts'
import { topics } from '../lexicon/topics.ts'
import { words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { ever } from './statements.ts'

const NEVER =
  '(?:never|not once|not ever|not one|not a single|have no|has no|had no|own no|keep no|no longer had any)'
const readers = topics.map(({ name, denied, shown }) => ({
  name,
  // Within a clause: who, that it never was, what.
  denial: new RegExp(
    `\\b(?:I|[Ww]e)\\b[^.;:,]{0,24}?\\b(?<never>${NEVER})\\b(?<between>[^.;:,]{0,36}?)\\b(?:${denied})\\b(?<after>[^.;:]{0,24})`,
  ),
  evidence: new RegExp(`\\b(?:${shown})\\b`),
}))

// "Never again", "never such a", "never her dog": not that it never was.
const bounded =
  /\b(?:again|since|before|like|such|so|more|better|enough|alone|this|that|his|her|their|its|your|these|those|with|without|until|till|who|which|less|worse|much|too|if|when|while|because|as|than|another|other|forgot\w*|forget|minded|tired|regret\w*|missed|stopped|quit|late|told|asked|liked|loved|trusted|understood|thought|wanted|imagined|knew|know|saw|seen|heard|met|spoke|talk\w*|afraid|good|happy|sure|the|my|any more|anymore|left|finished)\b/
const narrowing =
  /^ (?:these days|nowadays|now|any ?more|like|as|that|who|which|again|since|before|so|with|without|in (?:that|this|the)|on|at (?!all)|of (?!any)|for (?!any)|to|from|after|until|when|where|than|alone|together|by|here|there|again|today|tonight|yet|left)\b/
const othersAct =
  /\b(?:he|she|they|He|She|They|his|her|their|His|Her|Their|him|them|who|you|[A-Z][a-z]+'s|(?:brother|sister|mother|father|mum|mom|dad|friend|neighbou?r|uncle|aunt|cousin|husband|wife|son|daughter|boss|colleague)'s)\b/
const negation =
  /\b(?:not|never|no|nor|neither|without|none|nobody|nothing|would|could|should|might|wish\w*|if|want\w*|hope\w*|plan\w*|instead|almost|nearly|dream\w*|imagine\w*|pretend\w*|afraid|refus\w*|declin\w*)\b/

// Words that say nothing of a topic by themselves.
const common = new Set(
  words(`the and who was got our home all was with for from back work down week may two three some new old first second each their
    out off late said same will won has had not one day days night north south end end own seat seats service left were
    taken took sang hand fish ran run under came lay late woke came can any`),
)

/** Readers by the words that their sentences hold. */
const readersOf = new Map<string, (typeof readers)[number][]>()
topics.forEach(({ shown, denied }, i) => {
  for (const word of new Set(`${shown} ${denied}`.toLowerCase().match(/[a-z]{3,}/g) ?? [])) {
    if (!common.has(word)) readersOf.set(word, [...(readersOf.get(word) ?? []), readers[i]!])
  }
})

function candidates(text: string): Set<(typeof readers)[number]> {
  return new Set(
    (text.toLowerCase().match(/[a-z]{3,}/g) ?? []).flatMap((word) => readersOf.get(word) ?? []),
  )
}

export const absolutes: AttributeReader = {
  cues: [...words('never'), ...readersOf.keys()],
  read(sentence, emit) {
    readDenials(sentence, emit)
    readEvidence(sentence, emit)
  },
}

function readDenials(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (!/\b(?:never|not|no)\b/.test(text)) return
  for (const { name, denial } of candidates(text)) {
    const match = denial.exec(text)
    if (!match) continue
    const { never = '', between = '', after = '' } = match.groups!
    if (
      bounded.test(between) ||
      narrowing.test(after) ||
      (/^(?:not one|not a single)$/.test(never) && !/\bever\b|life/.test(text))
    )
      continue
    const absolute = /never|once|ever/.test(never) || /\b(?:ever|in my life|never)\b/.test(after)
    if (!absolute) continue
    const end = match.index + match[0].length - after.length
    emit({ start: match.index, end, statement: ever(name, '', false, context.eventDay) })
  }
}

function readEvidence(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (context.field !== 'facts' && context.field !== 'eventLabel' && context.field !== 'response')
    return
  if (negation.test(text) || othersAct.test(text) || !/\b(?:I|[Ww]e|[Mm]y|us|me)\b/.test(text))
    return
  for (const { name, evidence } of candidates(text)) {
    const match = evidence.exec(text)
    if (!match || !isOwn(text, match)) continue
    const span = { start: match.index, end: match.index + match[0].length }
    const when = eventDays(sentence, [span.start, span.end])
    emit({
      ...span,
      statement: ever(name, '', true, Math.min(when?.to ?? context.eventDay, context.eventDay)),
    })
  }
}

/** "My skis" are the speaker's whoever acts; what is done must be done by the speaker. */
function isOwn(text: string, match: RegExpExecArray): boolean {
  if (/^(?:my|our)\b/.test(match[0])) return true
  const subject = lastSubject(text.slice(0, match.index + 1))
  return subject === 'I' || subject === 'we' || subject === 'We'
}
