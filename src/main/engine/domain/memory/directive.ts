import type { Directive } from '../../../../shared/contract/recall.ts'
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

type Telling = {
  readonly kind: Directive['kind']
  readonly text: string
  readonly words: string
}
type Teller = (memory: Memory, circumstances: Circumstances) => Telling

const tellNaturally: Teller = (memory) =>
  isFaded(memory)
    ? {
        kind: 'gist',
        text: gist(memory),
        words: 'Only the gist: it has faded, so quote no names, numbers or dates from it.',
      }
    : { kind: 'tell', text: whole(memory), words: 'Tell it naturally where it helps the answer.' }

const tellers: Record<Memory['memoryType'], Teller> = {
  normal: tellNaturally,
  revised: tellNaturally,

  pride(memory, { unprompted }) {
    const text = isFaded(memory) ? gist(memory) : whole(memory)
    return unprompted
      ? { kind: 'volunteer', text, words: 'You may bring it up yourself: you are proud of it.' }
      : { kind: 'tell', text, words: 'Tell it with enthusiasm: you are proud of it.' }
  },

  shame(memory, { pressure }) {
    const degree = `shame, pressure ${inUnits(pressure)}`
    return pressure >= ADMITS_FROM
      ? {
          kind: 'admit-part',
          text: `${dated(memory)} ${firstSentence(memory.facts)} You felt: ${memory.feelings}`,
          words: `Admit a part of it, briefly and reluctantly: ${degree}.`,
        }
      : {
          kind: 'deflect',
          text: memory.eventLabel,
          words: `Deflect or play it down: ${degree}.`,
        }
  },

  repressed(memory, { pressure, open }) {
    const degree = `repressed, pressure ${inUnits(pressure)}`
    return open || pressure >= surfacesFrom(memory.memoryStrength)
      ? {
          kind: 'surface',
          text: whole(memory),
          words: `It comes up in fragments, with the feeling first: ${degree}.`,
        }
      : {
          kind: 'avoid',
          text: '',
          words: `Avoid: there is something around this topic that you avoid (${degree}).`,
        }
  },

  exaggerated: (memory) => ({
    kind: 'embellish',
    text: isFaded(memory) ? gist(memory) : whole(memory),
    words: 'Tell it bigger than it was, as you always do.',
  }),
}

function isFaded(memory: Memory): boolean {
  return vividness(strengthNow(memory)) === 'faded'
}

// No facts and no date: what a prompt does not hold, an answer cannot quote.
function gist({ eventLabel, interpretation }: Memory): string {
  return `${sentence(eventLabel)} ${interpretation}`
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
