import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Directive, RecalledMemory } from '../../../../shared/contract/recall.ts'
import { hazyLabel } from '../memory/gist.ts'
import type { Dice } from '../personas/dice.ts'
import { exaggerate } from './exaggerate.ts'
import {
  admissions,
  admittedAlready,
  avoidancesOf,
  deflectionsOf,
  enough,
  minimisers,
  shaken,
  stillShaken,
  turnings,
} from './guarded-phrases.ts'
import type { SaidBefore } from './said-before.ts'
import { capitalise, decapitalise, leadIn, sentencesOf, unclosed } from './sentences.ts'
import { readMemory, type ToldMemory } from './told-memory.ts'

/** Who tells, in which talk. */
export type Telling = {
  readonly persona: Persona
  readonly dice: Dice
  readonly said: SaidBefore
}

type Teller = (memory: RecalledMemory, told: ToldMemory, telling: Telling) => string[]

/**
 * Sentences in which the persona does with a memory what its directive says, the core first. What
 * was told in this talk already is not told again in the same words.
 */
export function recount(memory: RecalledMemory, telling: Telling): string[] {
  const kind = memory.vividness === 'faded' && open.has(memory.directive.kind) ? 'gist' : undefined
  return tellers[kind ?? memory.directive.kind](
    memory,
    readMemory(memory, telling.persona),
    telling,
  )
}

/** A memory in one or two sentences, as an aside to an opinion. */
export function remindedBy(memory: RecalledMemory, telling: Telling): string[] {
  const [first, ...rest] = recount(memory, telling)
  if (memory.directive.kind !== 'tell' || memory.vividness === 'faded') {
    return first === undefined ? [] : [first, ...rest].slice(0, 2)
  }
  if (first === undefined || isToldAlready(memory, telling)) return []
  return [leadIn(telling.dice.pick(reminders, 'reminder'), first)]
}

// A faded memory is told as a gist whatever else was asked for.
const open: ReadonlySet<Directive['kind']> = new Set(['tell', 'volunteer', 'embellish'])

const tellers: Record<Directive['kind'], Teller> = {
  tell(memory, told, telling) {
    const { dice } = telling
    const [first, ...rest] = storyOf(memory, told)
    const pride = memory.memoryType === 'pride' ? [dice.pick(prides, 'pride')] : []
    const after = [...rest, ...feelingOf(told, dice), ...meaningOf(told)]
    // Two sentences are a story; the pride comes after them.
    const [whole, more] = [[first!, ...after].slice(0, 2), after.slice(1)]
    return anew(memory, { first: first!, whole: [...whole, ...pride, ...more], after }, telling)
  },

  gist(memory, _, { dice }) {
    const topic = decapitalise(hazyLabel(memory.eventLabel))
    // "Born somewhere" is no outline of anything.
    const gist = topic.split(' ').length < 3 ? dice.pick(lost, 'gist') : dice.pick(gists, 'gist')
    return [gist.replace('{topic}', topic), dice.pick(noDetails, 'no-details')]
  },

  volunteer(memory, told, telling) {
    // Nobody asked: told once, it is not told again.
    if (isToldAlready(memory, telling)) return []
    const { dice } = telling
    const [first, ...rest] = storyOf(memory, told)
    const opening = dice.pick(volunteers, 'volunteer')
    return [leadIn(opening, first!), dice.pick(prides, 'pride'), ...rest]
  },

  deflect: (_, __, { persona, dice }) => [
    dice.pick(deflectionsOf(persona), 'deflect'),
    dice.pick(minimisers, 'minimise'),
  ],

  'admit-part'(memory, told, { dice, said }) {
    const [part] = storyOf(memory, told)
    if (!said.has(part!)) {
      return [leadIn(dice.pick(admissions, 'admit'), part!), dice.pick(enough, 'enough')]
    }
    const feeling = feelingOf(told, dice).filter((sentence) => !said.has(sentence))
    return [dice.pick(admittedAlready, 'admitted'), ...feeling.slice(0, 1)]
  },

  avoid: (_, __, { persona, dice }) => [
    dice.pick(avoidancesOf(persona), 'avoid'),
    dice.pick(turnings, 'turn'),
  ],

  surface(memory, told, { dice, said }) {
    const pieces = storyOf(memory, told).map(inPieces)
    const fresh = pieces.filter((piece) => !said.has(piece))
    const feeling = told.feelings
      ? `${capitalise(unclosed(sentencesOf(told.feelings)[0] ?? told.feelings))}…`
      : 'It is still there…'
    if (fresh.length < pieces.length) {
      return [dice.pick(stillShaken, 'still'), ...fresh.slice(0, 2)]
    }
    return [feeling, ...fresh.slice(0, 3), dice.pick(shaken, 'shaken')]
  },

  embellish(memory, told, telling) {
    const [first, ...after] = storyOf(memory, told).map(exaggerate)
    const { dice } = telling
    const begun = leadIn(dice.pick(boasts, 'boast'), first!)
    const whole = [begun, dice.pick(superlatives, 'superlative'), ...after]
    return anew(memory, { first: first!, whole, after }, telling)
  },
}

/** Never empty: an entry whose facts were not given is told by its label. */
function storyOf({ eventLabel }: RecalledMemory, { facts }: ToldMemory): readonly string[] {
  return facts.length > 0 ? facts : [`${capitalise(unclosed(eventLabel))}.`]
}

/** Whether the persona has told this memory in this talk, as itself or bigger. */
export function isToldAlready(memory: RecalledMemory, { persona, said }: Telling): boolean {
  const [first] = storyOf(memory, readMemory(memory, persona))
  return said.has(first!) || said.has(exaggerate(first!))
}

type Story = {
  readonly first: string
  readonly whole: string[]
  /** What may be left to tell once the beginning was told. */
  readonly after: readonly string[]
}

/** The story where it is new; else what of it was left out, after saying that it was told. */
function anew(
  { eventLabel }: RecalledMemory,
  { first, whole, after }: Story,
  { dice, said }: Telling,
): string[] {
  if (!said.has(first)) return whole
  const left = after.filter((sentence) => !said.has(sentence))
  // Who was talking of something else meanwhile must say what was told.
  const isTheTopic = [first, ...toldInPart, ...toldAll, ...toldOf].some(
    (sentence) => said.age(sentence) === 0,
  )
  const again = !isTheTopic ? toldOf : left.length > 0 ? toldInPart : toldAll
  const topic = decapitalise(unclosed(eventLabel))
  return [dice.pick(again, 'told').replace('{topic}', topic), ...left]
}

function feelingOf({ feelings }: ToldMemory, dice: Dice): string[] {
  if (feelings === '') return []
  // A feeling may be a sentence of its own or a list of words.
  if (/^(i|it|we|my|there|this|that)\b/i.test(feelings)) return [`${capitalise(feelings)}.`]
  if (feelings.split(/\s+/).length > 8) return sentencesOf(capitalise(feelings)).slice(0, 1)
  return [dice.pick(feelingFrames, 'feeling').replace('{}', decapitalise(feelings))]
}

function meaningOf({ interpretation }: ToldMemory): string[] {
  return sentencesOf(interpretation).slice(0, 1)
}

/** Broken off where a speaker would catch their breath. */
function inPieces(sentence: string): string {
  const pieces = unclosed(sentence)
    .split(/[,;:]\s+/)
    .flatMap((clause) => clause.split(breath))
  return `${pieces.join('… ')}…`
}

// Before a conjunction with three words on either side of it.
const breath =
  /(?<=\S+\s\S+\s\S+)\s+(?=(?:and|but|until|because|so|while|when|before|after|that)\s\S+\s\S+)/

const reminders = [
  'I have to think of this:',
  'I say so because of this:',
  'It goes back a way:',
  'Something comes to mind:',
] as const
const feelingFrames = ['I remember feeling {}.', 'I felt {}.', 'What I felt was this: {}.'] as const
const prides = [
  "I'm still proud of that.",
  'I would do it again tomorrow!',
  'That one nobody can take away from me!',
  'It still makes me stand a little straighter.',
  'I could tell that every day!',
] as const
const gists = [
  "It's hazy by now, something like this: {topic}.",
  'I only have the outline left: {topic}.',
  'There was something, but it has blurred: {topic}.',
  'Vaguely, yes: {topic}.',
  "I'd have to guess at most of it: {topic}, that is all I have.",
] as const
const lost = [
  "That's too long ago, I only have a feeling of it left.",
  'Vaguely. I was told more about it than I remember.',
  "It's all blurred by now.",
] as const
const noDetails = [
  "I couldn't give you the details any more.",
  "Don't ask me who or when.",
  'The rest is gone.',
  "I'd be making it up if I said more.",
  "It's like looking through a wet window.",
] as const
const volunteers = [
  "And since we're talking, let me tell you one thing:",
  "One thing I do like to mention, though you didn't ask:",
  'By the way, and I say it gladly:',
  'There is something I have to tell you while I have the chance:',
] as const
const boasts = [
  "You won't believe this, but it's true:",
  'Now listen to this:',
  'I tell this one every time:',
  "There's nobody who can top this:",
] as const
const superlatives = [
  'Nobody there had ever seen anything like it!',
  'People still talk about it!',
  'It was the biggest thing that ever happened around here!',
  'You should have seen their faces!',
] as const
const toldInPart = [
  'I told you how it began.',
  "As I said, and there's a bit more to it.",
  "You've heard the main part.",
  'I mentioned it before.',
] as const
const toldOf = [
  'I told you about that: {topic}.',
  'That would be what I told you of: {topic}.',
  'You know the one: {topic}.',
] as const
const toldAll = [
  "I've told you that one already.",
  'As I said before, that is how it was.',
  "You've had the whole story by now.",
  "There's no more to it than I told you.",
] as const
