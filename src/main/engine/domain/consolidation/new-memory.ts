import type { Mood } from '../../../../shared/contract/personas.ts'
import type { MemoryType, NewTimelineEntry } from '../../../../shared/contract/timeline.ts'
import { toIso } from '../personas/calendar.ts'
import { sentencesOf, unclosed } from '../rehearsal/sentences.ts'
import { words } from '../text/tokenize.ts'
import type { Statement } from './statements.ts'

export type Occasion = {
  readonly response: string
  /** The persona's, after the exchange. */
  readonly mood: Mood
  /** The session's, milliseconds. */
  readonly clock: number
  /** Of the memory that surfaced in it; else `normal`. */
  readonly memoryType: MemoryType
  readonly metadata: Readonly<Record<string, unknown>>
}

const LABEL = 90
/** Characters from which a short answer is a label without its question. */
const SPEAKING_LABEL = 12
const PROSE = 5000
/** Strength of what is said in passing, and what strong feeling adds. */
const PLAIN = 55
const MOVED = 25

/** The entry that an exchange adds to the timeline, told as the persona would. */
export function toMemory(statements: readonly Statement[], occasion: Occasion): NewTimelineEntry {
  const [first] = statements as [Statement, ...Statement[]]
  const when = statements.find(({ isDated }) => isDated) ?? first
  const { mood, response, clock } = occasion
  const byPersona = statements.some(({ by }) => by === 'persona')
  const facts = statements.map(({ text }) => text).join(' ')
  return {
    eventAt: toIso(Math.min(when.eventAtMs, clock)),
    eventLabel: labelOf(first),
    facts: facts.slice(0, PROSE),
    feelings: feelingsOf(byPersona ? response : '', mood, byPersona),
    interpretation: meaningOf(byPersona ? response : '', byPersona),
    emotionTags: tagsOf(facts, mood),
    memoryType: occasion.memoryType,
    memoryStrength: Math.round(PLAIN + MOVED * intensityOf(mood)),
    metadata: { ...occasion.metadata },
    knownAt: toIso(clock),
  }
}

function labelOf({ text: whole, words }: Statement): string {
  const text = unclosed(words && words.length >= SPEAKING_LABEL ? words : whole)
  if (text.length <= LABEL) return text
  return `${text.slice(0, LABEL - 1).replace(/\s+\S*$/, '')}…`
}

const feeling =
  /\bi (?:felt|was (?:so |very |really |quite |a little |deeply )?(?:happy|glad|proud|sad|angry|afraid|scared|ashamed|relieved|lonely|nervous|excited|devastated|heartbroken|overjoyed|furious|grateful|hurt|shocked|upset|worried|terrified|thrilled|delighted))\b|\bit (?:hurt|broke my heart|made me)\b/i
const meaning =
  /\b(?:taught me|i (?:learned|learnt|realised|realized) that|since then|that's why|that is why|ever since|it showed me|changed (?:me|everything|my life))\b/i

export function feelingsOf(
  response: string,
  { valence, arousal }: Mood,
  byPersona: boolean,
): string {
  const said = sentencesOf(response).find((sentence) => feeling.test(sentence))
  if (said) return said
  const manner =
    valence < -0.25 ? 'It weighed on me' : valence > 0.35 ? 'It was good' : 'It left me calm'
  const moved = arousal > 0.35 ? ', and it stirred me up' : ''
  return `${manner} ${byPersona ? 'to speak of it' : 'to hear of it'}${moved}.`
}

function meaningOf(response: string, byPersona: boolean): string {
  const said = sentencesOf(response).find((sentence) => meaning.test(sentence))
  if (said) return said
  return byPersona
    ? 'I spoke of it myself, so it belongs to what others may know of me.'
    : 'I was told of it in a conversation; I have not seen it for myself.'
}

const tags: readonly (readonly [tag: string, words: string])[] = [
  ['joy', 'happy glad delighted overjoyed joy thrilled wonderful celebrate'],
  ['pride', 'proud pride award prize medal won graduated promoted'],
  ['grief', 'died dead death buried funeral mourn grief passed'],
  ['sadness', 'sad cried heartbroken lonely lost miss'],
  ['fear', 'afraid scared terrified fear anxious accident crashed attacked'],
  ['anger', 'angry furious anger betrayed cheated unfair'],
  ['shame', 'ashamed shame stole lied guilty embarrassed'],
  ['love', 'love loved married wedding engaged'],
  ['hope', 'hope new start moved born baby'],
]

export function tagsOf(text: string, { valence }: Mood): string[] {
  const said = new Set(words(text))
  const found = tags
    .filter(([, listed]) => listed.split(' ').some((word) => said.has(word)))
    .map(([tag]) => tag)
  if (found.length > 0) return found.slice(0, 3)
  return [valence > 0.35 ? 'contentment' : valence < -0.25 ? 'unease' : 'calm']
}

function intensityOf({ valence, arousal }: Mood): number {
  return Math.min(1, Math.max(Math.abs(valence), Math.abs(arousal)))
}
