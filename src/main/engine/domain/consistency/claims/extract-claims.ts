import type { Found } from '../attributes/attribute-reader.ts'
import { readers } from '../attributes/readers.ts'
import type { Claim } from './claim.ts'
import type { ClaimContext } from './claim-context.ts'
import { isForeign } from './foreign.ts'
import { originalSpan } from './plain-text.ts'
import { lastSubject, plainSentence } from './plain-sentence.ts'
import { createSentence, type Sentence } from './sentence.ts'
import { splitSentences, type SentenceSpan } from './sentences.ts'

const FICTION = 1 << 30
const cueMasks = new Map<string, number>()
readers.forEach(({ cues }, i) => {
  for (const cue of cues) cueMasks.set(cue, (cueMasks.get(cue) ?? 0) | (1 << i))
})
for (const word of [
  'dream',
  'dreamt',
  'dreamed',
  'nightmare',
  'novel',
  'play',
  'film',
  'story',
  'game',
  'sketch',
  'script',
  'rehearsal',
])
  cueMasks.set(word, (cueMasks.get(word) ?? 0) | FICTION)

// A number below a thousand has the cue "#".
const wordPattern = /[A-Za-z]+|\b\d{1,3}\b/g
// Who neither speaks nor names their own says nothing of themselves.
const aboutSelf =
  /\b(?:I|[Ww]e|[Mm]y|me|us|born|an only child|home|(?:this|the) (?:house|flat|family)|Mother|Father|Mum|Mom|Mam|Dad|Daddy|Papa|married|marriage|years)\b/
const entersFiction =
  /\b(?:in (?:a|the|my|that|this|last night's) (?:dream|nightmare|novel|play|film|story|game|sketch|script)|(?:had|have|having) (?:a|the|that|this) (?:\w+ ){0,2}(?:dream|nightmare)\b(?! (?:of|to|job|home|house))|I (?:dreamt|dreamed)\b(?! of)|(?:wrote|writing|write|tell|told|made up) (?:a|the|my) (?:\w+ ){0,2}(?:novel|story|play|sketch)|(?<!\b(?:his|her|their|\w+'s) )(?:school|amateur|nativity|Christmas) play|played the (?:part|role))\b/i
const leavesFiction = /\b(?:woke|awake|in reality|in real life|in truth)\b/i

/**
 * What a passage says of the person whose words they are. Sentences without a cue word cost one
 * look-up per word; only the others are rewritten and read.
 */
export function extractClaims(text: string, context: ClaimContext): Claim[] {
  const claims: Claim[] = []
  const thirdPerson = isThirdPerson(text, context)
  let imagined = false
  let foreign: boolean | undefined
  for (const { start, end } of withWhatLasts(splitSentences(text), text)) {
    const words = text.slice(start, end)
    const mask = cueMask(words)
    if (mask === 0 && !imagined) continue
    if (mask & FICTION && entersFiction.test(words)) imagined = true
    else if (imagined && leavesFiction.test(words)) imagined = false
    if ((mask & ~FICTION) === 0) continue
    foreign ??= isForeign(text)
    if (foreign) return []
    const plain = plainSentence(words, start, context, thirdPerson)
    if (!aboutSelf.test(plain.text) && lastSubject(plain.text) !== undefined) continue
    const sentence = createSentence(plain, context, imagined)
    readers.forEach((reader, i) => {
      if (mask & (1 << i))
        reader.read(sentence, (found) => claims.push(toClaim(found, sentence, text)))
    })
  }
  return claims
}

const sinceWhen =
  /^(?:I|We)(?:'ve| have) (?:(?:done|run|been doing|been running|had|driven) (?:it|this|that)|worked (?:there|here))\b[^.]{0,40}\b(?:since|for)\b|^It(?:'s| has) been my (?:only )?(?:job|work|living|trade) (?:since|for)\b/

/** "I have done it since 2013" says how long what stands before it has lasted: one sentence. */
function withWhatLasts(spans: readonly SentenceSpan[], text: string): SentenceSpan[] {
  const joined: SentenceSpan[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    const first = text.charCodeAt(span.start)
    const mayRefer = before && (first === 73 || first === 87)
    if (mayRefer && sinceWhen.test(text.slice(span.start, span.end)))
      joined[joined.length - 1] = { start: before.start, end: span.end }
    else joined.push(span)
  }
  return joined
}

function cueMask(sentence: string): number {
  let mask = 0
  wordPattern.lastIndex = 0
  for (let match = wordPattern.exec(sentence); match; match = wordPattern.exec(sentence))
    mask |= cueMasks.get(match[0] < 'A' ? '#' : match[0].toLowerCase()) ?? 0
  return mask
}

/** The persona is named and never says "I". */
function isThirdPerson(text: string, { firstName }: ClaimContext): boolean {
  return (
    firstName !== '' && text.includes(firstName) && !/\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b/.test(text)
  )
}

function toClaim(found: Found, sentence: Sentence, text: string): Claim {
  const { statement, start, end, valueStart = start, valueEnd = end } = found
  const span = originalSpan(sentence.plain, start, end)
  const value = originalSpan(sentence.plain, valueStart, valueEnd)
  return {
    ...statement,
    modality: sentence.modality(start, end),
    field: sentence.context.field,
    ...span,
    valueStart: value.start,
    valueEnd: value.end,
    text: text.slice(span.start, span.end),
  }
}
