import type { Mood } from '../../../../shared/contract/personas.ts'
import type { Dice } from '../personas/dice.ts'
import { contract, expandContractions } from './contractions.ts'
import type { Telling } from './recount.ts'
import { capitalise, leadIn } from './sentences.ts'
import { speechHabit } from './speech-habits.ts'

/** What is to be said before it sounds like anybody. */
export type Draft = {
  /** The core first; said whatever the budget. */
  readonly core: readonly string[]
  /** Said as far as the speaker is talkative. */
  readonly more: readonly string[]
  /** A factual or emotional moment: no jokes and no decoration. */
  readonly grave?: boolean
  /** An opinion, which a hesitant speaker softens. */
  readonly opinion?: boolean
  /** 1 … 6, whatever the verbosity; default 6. */
  readonly maxSentences?: number
}

/** Who speaks, how they are, and what they have said in this talk. */
export type Speaking = Telling & { readonly mood: Mood }

const MAX_SENTENCES = 6

/** Sentences in an answer, by verbosity 0–100: 1 … 6. */
function sentenceBudget(verbosity: number): number {
  return 1 + Math.min(MAX_SENTENCES - 1, Math.floor((verbosity / 100) * 5.5))
}

/** The draft in the persona's own voice: formality, length, directness, warmth, humor, habits. */
export function speak(draft: Draft, speaking: Speaking): string {
  const { persona, dice } = speaking
  const style = persona.communicationStyle
  const limit = draft.maxSentences ?? MAX_SENTENCES
  const budget = Math.min(limit, Math.max(sentenceBudget(style.verbosity), draft.core.length))
  const said = [...draft.core, ...draft.more].slice(0, budget)
  const softened = draft.opinion ? withDirectness(said, style.directness, dice) : said
  const withHabit = draft.grave ? softened : withHabits(softened, style.habits, dice)
  // A greeting needs no remark.
  const idle = draft.grave === true || (draft.more.length === 0 && !draft.opinion)
  const spoken = idle ? withHabit : withColour(withHabit, { ...speaking, budget })
  return withFormality(spoken.slice(0, limit).map(capitalise).join(' '), style.formality)
}

function withDirectness(sentences: readonly string[], directness: number, dice: Dice): string[] {
  const [first, ...rest] = sentences
  if (directness < 35) {
    return [leadIn(dice.pick(softeners, 'soften'), first!), ...rest]
  }
  return directness > 75 && dice.chance(0.5, 'blunt')
    ? [leadIn(dice.pick(blunt, 'blunt'), first!), ...rest]
    : [...sentences]
}

function withHabits(sentences: readonly string[], habits: readonly string[], dice: Dice): string[] {
  const audible = habits.map(speechHabit).filter((habit) => habit !== undefined)
  if (audible.length === 0 || !dice.chance(0.4, 'habit')) return [...sentences]
  return dice.pick(audible, 'habit-of')(sentences, dice)
}

type Colour = Speaking & { readonly budget: number }

/** One extra sentence at most, where there is room for it. */
function withColour(
  sentences: readonly string[],
  { persona, mood, dice, budget, said }: Colour,
): string[] {
  if (sentences.length >= Math.max(2, budget)) return [...sentences]
  const { warmth, humor } = persona.communicationStyle
  const bank = [
    ...(warmth > 65 ? warm : []),
    ...(warmth < 25 ? cool : []),
    ...(humor > 70 ? jokes : []),
    ...(mood.valence < -0.4 ? low : []),
    ...(mood.valence > 0.45 ? bright : []),
  ].filter((remark) => !said.has(remark))
  if (bank.length === 0 || !dice.chance(0.4, 'colour')) return [...sentences]
  return [...sentences, dice.pick(bank, 'colour-of')]
}

function withFormality(text: string, formality: number): string {
  if (formality > 65) return expandContractions(text)
  return formality < 40 ? casual(contract(text)) : text
}

function casual(text: string): string {
  return text
    .replace(/\bvery\b/g, 'really')
    .replace(/\bperhaps\b/g, 'maybe')
    .replace(/\bPerhaps\b/g, 'Maybe')
    .replace(/\ba great deal\b/g, 'a lot')
    .replace(/\bchildren\b/g, 'kids')
}

const softeners = [
  'I may be wrong, but',
  'Perhaps it is only me, but',
  'If I had to say,',
  'It is hard to put, but',
] as const
const blunt = ['Clear case:', 'Plainly:', 'No beating about the bush:', 'In a word:'] as const
const warm = [
  "It's kind of you to ask.",
  'I hope that helps you.',
  "I'd be glad to hear how others see it.",
  'You ask nicely, so you get an honest answer.',
] as const
const cool = ["That's all.", 'Next question.', 'I leave it at that.'] as const
const jokes = [
  'You can put that on a poster.',
  'Write that down before I regret it.',
  'And that is free of charge.',
  'I say that stone-cold sober.',
] as const
const low = ["It hasn't been my best week.", "I'm a little tired of it all, to be frank."] as const
const bright = ["It's a good day to be asked.", 'I have to smile saying it.'] as const
