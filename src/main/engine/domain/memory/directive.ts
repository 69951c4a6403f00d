import type { Directive } from '../../../../shared/contract/recall.ts'
import { hazyLabel, withoutDetails } from './gist.ts'
import { strengthNow, type Memory } from './memory.ts'
import { ADMITS_FROM, surfacesFrom } from './pressure.ts'
import { vividness } from './vividness.ts'

export type Circumstances = {
  /** Hundredths. */
  readonly pressure: number
  /** Came up earlier in the session, or one of its triggers just occurred. */
  readonly open: boolean
  /** Not asked about: it enters by its own force. */
  readonly unprompted: boolean
  /** The question goes straight to it. */
  readonly probed: boolean
}

export type Told = {
  readonly directive: Directive
  /** What the prompt may say of the memory; empty while it stays shut. */
  readonly text: string
}

/** What the persona does with a memory, and how much of it the prompt is given. */
export function tellMemory(memory: Memory, circumstances: Circumstances): Told {
  const tell = tellers[memory.memoryType]
  const { kind, text, words } = tell(memory, circumstances)
  return { directive: { kind, text: words }, text }
}

/**
 * The same in fewer words, for want of room: what happened, without what it felt like and means.
 *
 * @returns null where nothing can be left out: only what is told whole has that to spare
 */
export function tellBriefly(memory: Memory, told: Told): Told | null {
  if (told.text !== whole(memory)) return null
  return { ...told, text: `${dated(memory)} ${sentence(memory.facts)}` }
}

type Telling = {
  readonly kind: Directive['kind']
  readonly text: string
  readonly words: string
}
type Teller = (memory: Memory, circumstances: Circumstances) => Telling

const tellNaturally =
  (words: string): Teller =>
  (memory) =>
    isFaded(memory)
      ? { kind: 'gist', text: gist(memory), words: `Only the gist: ${noDetails}` }
      : { kind: 'tell', text: whole(memory), words }

const tellers: Record<Memory['memoryType'], Teller> = {
  normal: tellNaturally('Tell it naturally where it helps the answer.'),
  revised: tellNaturally('Tell it as the truth, whatever you may have said before.'),

  pride(memory, { unprompted }) {
    if (unprompted) {
      const words = 'You may bring it up yourself: you are proud of it.'
      return { kind: 'volunteer', text: detailed(memory), words }
    }
    return { kind: 'tell', ...asFarAsKept(memory, 'Tell it with enthusiasm: you are proud of it.') }
  },

  shame(memory, { pressure }) {
    const degree = `shame, pressure ${inUnits(pressure)}`
    return pressure >= ADMITS_FROM
      ? {
          kind: 'admit-part',
          text: partOf(memory),
          words: `Admit a part of it, briefly and reluctantly: ${degree}.`,
        }
      : {
          kind: 'deflect',
          text: isFaded(memory) ? gistOfLabel(memory) : sentence(memory.eventLabel),
          words: `Deflect or play it down: ${degree}.`,
        }
  },

  repressed(memory, { pressure, open, probed }) {
    const degree = `repressed, pressure ${inUnits(pressure)}`
    if (open || pressure >= surfacesFrom(memory.memoryStrength)) {
      const words = `It comes up in fragments, with the feeling first: ${degree}.`
      return { kind: 'surface', ...asFarAsKept(memory, words) }
    }
    return {
      kind: 'avoid',
      text: '',
      words: probed
        ? `Avoid: there is something around this topic that you avoid (${degree}).`
        : `Stays where it is: this question does not go to it (${degree}).`,
    }
  },

  exaggerated: (memory) => ({
    kind: 'embellish',
    ...asFarAsKept(memory, 'Tell it bigger than it was, as you always do.'),
  }),
}

const noDetails = 'it has faded, so quote no names, numbers or dates from it.'

/** How a kind of memory is told, and no more of it than is left. */
function asFarAsKept(memory: Memory, words: string): Omit<Telling, 'kind'> {
  const text = detailed(memory)
  return { text, words: isFaded(memory) ? `${words} But ${noDetails}` : words }
}

function detailed(memory: Memory): string {
  return isFaded(memory) ? gist(memory) : whole(memory)
}

function partOf(memory: Memory): string {
  const felt = isFaded(memory) ? withoutDetails(memory.feelings) : memory.feelings
  const begun = isFaded(memory)
    ? gistOfLabel(memory)
    : `${dated(memory)} ${firstSentence(memory.facts)}`
  return felt === '' ? begun : `${begun} You felt: ${felt}`
}

function isFaded(memory: Memory): boolean {
  return vividness(strengthNow(memory)) === 'faded'
}

// No facts and no date: what a prompt does not hold, an answer cannot quote.
function gist(memory: Memory): string {
  return [gistOfLabel(memory), withoutDetails(memory.interpretation)].filter(Boolean).join(' ')
}

function gistOfLabel({ eventLabel }: Memory): string {
  return sentence(hazyLabel(eventLabel) || 'Something of that time')
}

function whole(memory: Memory): string {
  const { facts, feelings, interpretation } = memory
  return `${dated(memory)} ${sentence(facts)} You felt: ${sentence(feelings)} What you make of it: ${interpretation}`
}

function dated({ eventAt, eventLabel }: Memory): string {
  return `${eventAt.slice(0, 10)}, ${sentence(eventLabel)}`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function firstSentence(text: string): string {
  return sentence(/^.*?[.!?…](?=\s|$)/su.exec(text)?.[0] ?? text)
}

function inUnits(hundredths: number): string {
  return (hundredths / 100).toFixed(2)
}
