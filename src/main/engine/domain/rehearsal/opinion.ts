import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import type { Dice } from '../personas/dice.ts'
import type { Occasion } from './latent.ts'
import { capitalise } from './sentences.ts'
import { intensityOf, sideOf, themesFor, type Side } from './stance.ts'
import { subjectOf } from './subject.ts'

export type Opinion = {
  readonly side: Side
  /** What it thinks, with the first reason. */
  readonly stance: string
  /** Further reasons, linked to what was said before them. */
  readonly reasons: readonly string[]
  /** The second reason as an answer of its own. */
  readonly because: string
  /** Bare reasons beyond the first, the nearest first, each once. */
  readonly grounds: readonly string[]
}

export type OpinionOn = {
  readonly template: Question
  /** As asked: what is repeated of it in the answer. */
  readonly text: string
  /** Latent answer: which side, how strongly. */
  readonly eta: number
  readonly occasion: Occasion
}

/** What the persona thinks of a question's subject, and why. */
export function opinionOn(
  { template, text, eta, occasion }: OpinionOn,
  persona: Persona,
  dice: Dice,
): Opinion {
  const wanted = wantedSide(text)
  const side = wanted ?? sideOf(eta)
  const [first, second, third] = themesFor(persona, template, occasion)
  const subject = subjectOf(text)
  const frame = dice.pick(wanted ? framesFor(wanted, eta) : frames[side][intensityOf(eta)], 'frame')
  const reason = (theme: typeof first, purpose: string) => dice.pick(theme![side], purpose)
  const further = reason(second, 'reason-2')
  const aside = dice.pick(third!.mixed, 'reason-3')
  return {
    side,
    stance: frame.replace('{it}', subject).replace('{why}', reason(first, 'reason-1')),
    reasons: [
      capitalise(`${dice.pick(links[side], 'link')} ${further}.`),
      capitalise(`${dice.pick(asides, 'aside')} ${aside}.`),
    ],
    because: `Because ${further}.`,
    grounds: [...new Set([further, aside, ...second![side], ...third!.mixed, ...first![side]])],
  }
}

/** Some questions ask for one side of the matter, whatever is thought of the whole. */
function wantedSide(question: string): 'pro' | 'con' | undefined {
  if (
    /\b(worr|concern|stop|prevent|hold(s|ing)? .* back|dislike|against|problem|barrier|risk|annoy|bother|drawback|disadvantage|fear|difficult)/i.test(
      question,
    )
  )
    return 'con'
  return /\b(appeal|convince|benefit|advantage|like (best|most|about)|good about|encourage|persuade|motivate)/i.test(
    question,
  )
    ? 'pro'
    : undefined
}

function framesFor(wanted: 'pro' | 'con', eta: number): readonly string[] {
  const isReluctant = sideOf(eta) === (wanted === 'pro' ? 'con' : 'pro')
  return asked[wanted][isReluctant ? 'reluctant' : 'ready']
}

const asked: Readonly<Record<'pro' | 'con', Record<'ready' | 'reluctant', readonly string[]>>> = {
  pro: {
    ready: [
      'What speaks for {it} is that {why}.',
      'The main thing for me: {why}.',
      'I would say that {why}.',
    ],
    reluctant: [
      'Not much speaks for {it}, but if anything, {why}.',
      'Little, if I think about {it}, except that {why}.',
    ],
  },
  con: {
    ready: [
      'What bothers me about {it} is that {why}.',
      'The main thing against {it}: {why}.',
      'My worry is that {why}.',
    ],
    reluctant: [
      'Not much speaks against {it}, but if anything, {why}.',
      'Little bothers me there, except perhaps that {why}.',
    ],
  },
}

const frames: Readonly<Record<Side, Record<'strong' | 'plain', readonly string[]>>> = {
  pro: {
    strong: [
      "I'm all for {it}: {why}.",
      'Absolutely yes to {it}, because {why}.',
      'I like the sound of {it} very much, because {why}.',
    ],
    plain: [
      "I'm in favour of {it}, because {why}.",
      'I see {it} as a good thing: {why}.',
      'On the whole I like {it}, since {why}.',
    ],
  },
  con: {
    strong: [
      'I want nothing to do with {it}: {why}.',
      "I'm firmly against {it}, because {why}.",
      'No, {it} is not for me at all: {why}.',
    ],
    plain: [
      "I'm not convinced by {it}, because {why}.",
      'I would rather do without {it}, since {why}.',
      '{it} leaves me doubtful: {why}.',
    ],
  },
  mixed: {
    strong: ["I'm in two minds about {it}: {why}."],
    plain: [
      "I'm in two minds about {it}: {why}.",
      'I could go either way on {it}, because {why}.',
      "I don't feel strongly about {it}: {why}.",
    ],
  },
}

const links: Readonly<Record<Side, readonly string[]>> = {
  pro: ['besides,', 'and', 'what also counts:'],
  con: ['besides,', 'and', 'what also bothers me:'],
  mixed: ['then again,', 'also,', 'and'],
}
const asides = ['still,', 'on the other hand,', 'mind you,'] as const
