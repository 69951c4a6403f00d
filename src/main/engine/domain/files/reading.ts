import type { MemoryType } from '../../../../shared/contract/timeline.ts'
import { DAY_MS, YEAR_MS } from '../personas/calendar.ts'
import { capitalise } from '../rehearsal/sentences.ts'
import { findEmotions } from './emotions.ts'
import { splitSentences } from './sentences.ts'

/** What a passage says, apart: what happened, how it felt, what it came to mean. */
export type Reading = {
  readonly facts: string
  /** Null: the passage names none. */
  readonly feelings: string | null
  /** Null: the passage gives none. */
  readonly interpretation: string | null
  readonly emotionTags: readonly string[]
}

const MAX_TAGS = 6
const MEANING =
  /\b(?:looking back|in hindsight|in retrospect|(?:it|that|this|which) (?:taught|showed) (?:me|us|her|him)|(?:I|she|he|we) (?:learned|learnt|realised|realized|understood|came to see|came to understand|decided that|knew then|know now|now know)|(?:ever )?since then,? (?:I|she|he|we)|from (?:that day|then) on|that is (?:why|when)|that['’]s (?:why|when)|made (?:me|her|him|us) (?:who|the person|want|think|believe|realise|realize)|changed (?:my life|me|everything|her|him|how)|(?:I|she|he) (?:still )?(?:think|thinks|believe|believes) (?:that|it)|the lesson|turning point|what I took from|meant (?:a lot|everything|the world))\b/i
const FEELING_VERB =
  /\b(?:felt|feel|feels|feeling|was|were|am|is|became|made (?:me|us|her|him)|left (?:me|us|her|him))\b/i

/** Reads a passage sentence by sentence; nothing of it is lost to the facts but pure feeling. */
export function readPassage(text: string): Reading {
  const sentences = splitSentences(text)
  const named = findEmotions(text)
  const feelings = sentences.filter(isAboutFeeling)
  const meanings = sentences.filter((sentence) => MEANING.test(sentence))
  const rest = sentences.filter(
    (sentence) => !isPureFeeling(sentence) && !meanings.includes(sentence),
  )
  const felt = named.map(({ word }) => word)
  return {
    facts: (rest.length > 0 ? rest : sentences).join(' '),
    feelings:
      feelings.length > 0
        ? feelings.join(' ')
        : felt.length > 0
          ? `${capitalise(felt.slice(0, 3).join(', '))}.`
          : null,
    interpretation: meanings.length > 0 ? meanings.join(' ') : null,
    emotionTags: [...new Set(named.map(({ emotion }) => emotion))].slice(0, MAX_TAGS),
  }
}

function isAboutFeeling(sentence: string): boolean {
  return FEELING_VERB.test(sentence) && findEmotions(sentence).length > 0
}

const MOST_WORDS_OF_A_FEELING = 9
const FEELING_ALONE =
  /^(?:(?:and|but|then|still|now)\s+)?(?:I|we|she|he|they|it|\p{Lu}\p{L}+)\s+(?:just\s+|really\s+|only\s+)?(?:felt|feel|was|were|am|is|became)\b(?!.*\b(?:I|we|she|he|they)\b)/u

/** Says how it was and nothing that happened. */
function isPureFeeling(sentence: string): boolean {
  const words = sentence.match(/[\p{L}'’]+/gu) ?? []
  return (
    words.length <= MOST_WORDS_OF_A_FEELING &&
    FEELING_ALONE.test(sentence) &&
    isAboutFeeling(sentence) &&
    !/\b(?:when|because|after|before|about|that|to|with)\b/i.test(sentence) &&
    !/\d/.test(sentence)
  )
}

export type Guess<Value> = { readonly value: Value; readonly because: string | null }

const typeCues: readonly (readonly [MemoryType, RegExp])[] = [
  [
    'repressed',
    /\b(?:never (?:told|tell) (?:anyone|anybody|a soul)|(?:don['’]t|do not|can['’]t|cannot|could not|couldn['’]t) (?:want to )?(?:talk|speak|think) about (?:it|that|this)|(?:tried|try) to forget|block(?:ed)? it out|push(?:ed)? it away|pretend(?:ed)? it never happened|we (?:never|don['’]t) (?:speak|spoke|talk) (?:of|about) it)\b/i,
  ],
  [
    'shame',
    /\b(?:ashamed|my shame|humiliat(?:ed|ion|ing)|guilty|embarrass(?:ed|ing)|mortified|I (?:lied|stole|cheated|betrayed)|regret (?:it|that|what)|disgraced?|caught (?:me )?(?:stealing|cheating|lying))\b/i,
  ],
  [
    'pride',
    /\b(?:proud(?:ly|est)?|my pride|won (?:the|a|first|my|our|second|third)|first (?:prize|place)|awarded|(?:was|got|been) promoted|graduated (?:with|top|first)|(?:with|summa cum) (?:honours|honors|laude|distinction)|my (?:greatest|biggest|best) achievement|achiev(?:ed|ement)|beat the record|published my|medal|trophy)\b/i,
  ],
]

/** The type that the words of a passage suggest; `normal` where they suggest none. */
export function guessType(text: string): Guess<MemoryType> {
  for (const [value, cue] of typeCues) {
    const match = cue.exec(text)
    if (match && !isDenied(text, match.index)) return { value, because: match[0] }
  }
  return { value: 'normal', because: null }
}

function isDenied(text: string, at: number): boolean {
  return /\b(?:not|never|no|nothing|\p{L}+n['’]t)\s+(?:\p{L}+\s+){0,2}$/iu.test(text.slice(0, at))
}

const strongCues: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:(?:will |shall |can )?never forget|unforgettable|as if it were yesterday|like it was yesterday|still (?:remember|see|hear|smell|dream)|to this day|remember (?:it|every) (?:clearly|vividly|detail))\b/i,
    25,
  ],
  [
    /\b(?:(?:best|worst|happiest|saddest|most (?:beautiful|terrible|important|frightening)) (?:day|moment|night|year|time|thing|experience)|changed (?:my life|everything))\b/i,
    20,
  ],
  [
    /\b(?:died|death|funeral|born|birth of|wedding|married|divorce[d]?|accident|cancer|miscarriage|war|fire|burned down|operation|surgery|diagnos(?:ed|is)|arrested|attacked)\b/i,
    15,
  ],
  [/\b(?:for the first time|my first|our first|her first|his first|the first time)\b/i, 8],
  [
    /(?:extremely|incredibly|terribly|overwhelm|devastat|ecstatic|terrified|furious|heartbroken)/i,
    10,
  ],
  [/!/, 4],
]
const weakCues: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:vaguely|barely remember|hardly remember|hazy|faint(?:ly)?|dimly|don['’]t remember much|not sure (?:when|whether|if)|I think it was|must have been|if I remember)\b/i,
    -20,
  ],
  [
    /\b(?:as usual|every (?:day|week|morning|evening)|routine|ordinary|nothing special|nothing much)\b/i,
    -10,
  ],
]
const [BASE, LEAST, MOST] = [50, 10, 95]

/** How strongly a passage seems to be remembered, 0–100. */
export function guessStrength(text: string, eventMs: number, nowMs: number): number {
  const words = [...strongCues, ...weakCues]
    .filter(([cue]) => cue.test(text))
    .reduce((sum, [, points]) => sum + points, 0)
  const ageMs = nowMs - eventMs
  const recency = ageMs < 60 * DAY_MS ? 10 : ageMs < YEAR_MS ? 5 : ageMs > 40 * YEAR_MS ? -5 : 0
  return Math.min(MOST, Math.max(LEAST, BASE + words + recency))
}
