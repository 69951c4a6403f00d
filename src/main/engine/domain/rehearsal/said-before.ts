import type { Dice } from '../personas/dice.ts'
import { expandContractions } from './contractions.ts'
import { sentencesOf } from './sentences.ts'

const MIN_WORDS = 3

/** What a speaker has said in this talk, as they would know it again in other words' clothes. */
export type SaidBefore = {
  /** Whether all of this was said in one of the answers. */
  has(sentence: string): boolean
  /** How long ago, in answers: 0 the last one; Infinity: never. */
  age(sentence: string): number
}

/** @param answers  oldest first */
export function saidBefore(answers: readonly string[]): SaidBefore {
  const spoken = answers
    .map((answer) => ({
      text: ` ${plain(answer)} `,
      sentences: new Set(sentencesOf(answer).map(plain)),
    }))
    .reverse()
  const age = (sentence: string) => {
    const parts = sentence
      .split(/\{[^{}]*\}/)
      .map(plain)
      .filter((part) => part !== '')
    // Short phrases are the glue of any talk: they count where they were a sentence of their own.
    const isGlue = parts.join(' ').split(' ').length < MIN_WORDS
    const found = spoken.findIndex(({ text, sentences }) =>
      isGlue ? sentences.has(parts.join(' ')) : parts.every((part) => text.includes(` ${part} `)),
    )
    return found === -1 ? Infinity : found
  }
  return { age, has: (sentence) => age(sentence) < Infinity }
}

/** Dice that choose among wordings not used yet in this talk, or else the one used longest ago. */
export function freshDice(dice: Dice, said: SaidBefore): Dice {
  return {
    ...dice,
    pick(items, purpose) {
      const ages = items.map((item) => (typeof item === 'string' ? said.age(item) : Infinity))
      const oldest = Math.max(...ages)
      return dice.pick(
        items.filter((_, i) => ages[i] === oldest),
        purpose,
      )
    },
  }
}

/** Words alone, as a formal speaker would write them: how casual somebody is says nothing new. */
function plain(text: string): string {
  return (
    expandContractions(text.replaceAll('’', "'"))
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => formal[word] ?? word)
    .join(' ')
}

const formal: Readonly<Record<string, string>> = {
  really: 'very',
  maybe: 'perhaps',
  kids: 'children',
}
