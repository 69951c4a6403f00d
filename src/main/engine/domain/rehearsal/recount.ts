import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Directive, RecalledMemory } from '../../../../shared/contract/recall.ts'
import type { Dice } from '../personas/dice.ts'
import { exaggerate } from './exaggerate.ts'
import { capitalise, decapitalise, sentencesOf, unclosed } from './sentences.ts'
import { readMemory, type ToldMemory } from './told-memory.ts'

type Teller = (memory: RecalledMemory, told: ToldMemory, dice: Dice) => string[]

/** Sentences in which the persona does with a memory what its directive says, the core first. */
export function recount(memory: RecalledMemory, persona: Persona, dice: Dice): string[] {
  const kind = memory.vividness === 'faded' && open.has(memory.directive.kind) ? 'gist' : undefined
  return tellers[kind ?? memory.directive.kind](memory, readMemory(memory, persona), dice)
}

/** A memory in one or two sentences, as an aside to an opinion. */
export function remindedBy(memory: RecalledMemory, persona: Persona, dice: Dice): string[] {
  const sentences = recount(memory, persona, dice)
  if (memory.directive.kind !== 'tell' || memory.vividness === 'faded') return sentences.slice(0, 2)
  return [`${dice.pick(reminders, 'reminder')} ${decapitalise(sentences[0]!)}`]
}

// A faded memory is told as a gist whatever else was asked for.
const open: ReadonlySet<Directive['kind']> = new Set(['tell', 'volunteer', 'embellish'])

const tellers: Record<Directive['kind'], Teller> = {
  tell(memory, told, dice) {
    const story = storyOf(memory, told)
    const pride = memory.memoryType === 'pride' ? [dice.pick(prides, 'pride')] : []
    const [begin, rest] = [story.slice(0, 2), story.slice(2)]
    return [...begin, ...pride, ...feelingOf(told, dice), ...rest, ...meaningOf(told)]
  },

  gist(memory, _, dice) {
    const topic = hazy(memory.eventLabel)
    return [dice.pick(gists, 'gist').replace('{topic}', topic), dice.pick(noDetails, 'no-details')]
  },

  volunteer(memory, told, dice) {
    const [first, ...rest] = storyOf(memory, told)
    const opening = dice.pick(volunteers, 'volunteer')
    return [`${opening} ${decapitalise(first!)}`, dice.pick(prides, 'pride'), ...rest]
  },

  deflect: (_, __, dice) => [dice.pick(deflections, 'deflect'), dice.pick(minimisers, 'minimise')],

  'admit-part': (memory, told, dice) => [
    `${dice.pick(admissions, 'admit')} ${decapitalise(storyOf(memory, told)[0]!)}`,
    dice.pick(enough, 'enough'),
  ],

  avoid: (_, __, dice) => [dice.pick(avoidances, 'avoid'), dice.pick(turnings, 'turn')],

  surface(memory, told, dice) {
    const feeling = told.feelings ? `${capitalise(fragment(told.feelings))}…` : 'It is still there…'
    const pieces = storyOf(memory, told).slice(0, 3).map(inPieces)
    return [feeling, ...pieces, dice.pick(shaken, 'shaken')]
  },

  embellish(memory, told, dice) {
    const [first, ...rest] = storyOf(memory, told).map(exaggerate)
    return [
      `${dice.pick(boasts, 'boast')} ${first!}`,
      dice.pick(superlatives, 'superlative'),
      ...rest,
    ]
  },
}

/** Never empty: an entry whose facts were not given is told by its label. */
function storyOf({ eventLabel }: RecalledMemory, { facts }: ToldMemory): readonly string[] {
  return facts.length > 0 ? facts : [`${capitalise(unclosed(eventLabel))}.`]
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

/** A label without its years, numbers, places and people. */
function hazy(label: string): string {
  const bare = label
    .replace(/\s*\([^)]*\)/g, '')
    .replace(
      /\b(?:in|at|to|from|near|of)\s+(?:the\s+)?\p{Lu}[\p{L}'’-]*(?:[\s-]+\p{Lu}[\p{L}'’-]*)*/gu,
      'somewhere',
    )
    .replace(/\s*\b(?:in|on|at|since|until|around|by)\s+\d[\d.,:/-]*/g, '')
    .replace(/\s*\d[\d.,:/-]*/g, '')
    .replace(/(?<=[\p{L},:]\s)\p{Lu}[\p{L}'’-]+/gu, 'somebody')
  const topic = unclosed(bare).trim()
  return topic === '' ? 'that time' : decapitalise(topic)
}

function fragment(text: string): string {
  return text
    .split(/\s+/)
    .slice(0, 8)
    .join(' ')
    .replace(/[,;:.]+$/, '')
}

function inPieces(sentence: string): string {
  const words = unclosed(sentence).split(/\s+/)
  const groups = Array.from({ length: Math.ceil(words.length / 5) }, (_, i) =>
    words.slice(i * 5, i * 5 + 5).join(' '),
  )
  return `${groups.slice(0, 4).join('… ')}…`
}

const reminders = [
  'I have to think of this:',
  'I say so because of this:',
  'It goes back a way:',
] as const
const feelingFrames = ['I remember feeling {}.', 'I felt {}.', 'What I felt was this: {}.'] as const
const prides = [
  "I'm still proud of that.",
  'I would do it again tomorrow!',
  'That one nobody can take away from me!',
  'It still makes me stand a little straighter.',
] as const
const gists = [
  "It's hazy by now, something like this: {topic}.",
  'I only have the outline left: {topic}.',
  'There was something, but it has blurred: {topic}.',
  'Vaguely, yes: {topic}.',
] as const
const noDetails = [
  "I couldn't give you the details any more.",
  "Don't ask me who or when.",
  'The rest is gone.',
  "I'd be making it up if I said more.",
] as const
const volunteers = [
  "And since we're talking, let me tell you one thing:",
  "One thing I do like to mention, though you didn't ask:",
  'By the way, and I say it gladly:',
  'There is something I have to tell you while I have the chance:',
] as const
const deflections = [
  "That's not something I like to go into.",
  "I'd rather talk about something else.",
  "Let's not dwell on that.",
  'Ah, that, everybody has something like that.',
  "I don't see why that should matter.",
] as const
const minimisers = [
  'It was nothing, really.',
  "It's long done and it wasn't as bad as it sounds.",
  'There were reasons, and it was a small thing anyway.',
  'These things happen.',
] as const
const admissions = [
  'All right, if you must know:',
  "Fine, though I don't say this easily:",
  "I'll say this much:",
  'Since you keep asking:',
] as const
const enough = [
  "I'm not proud of it, and that's all I want to say.",
  'Leave it at that, please.',
  "There's more to it, but I'd rather stop here.",
] as const
const avoidances = [
  "No, I don't go there.",
  'I… no, my mind goes blank at that.',
  "That's a door I keep shut.",
  "I can't think about that.",
] as const
const turnings = ['Ask me something else.', 'Can we move on?', "Let's change the subject."] as const
const shaken = [
  "I haven't said that aloud in years.",
  'Sorry, give me a moment.',
  "I didn't think I could say that.",
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
] as const
