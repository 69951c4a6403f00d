import type { LintedList, LintedQuestion, LintedText } from './linted-skill.ts'
import { isEvasion } from './linted-skill.ts'
import { readRange, type NumberRange } from './read-range.ts'

export type RangedOption = NumberRange & { readonly at: LintedText }
export type Ranges = { readonly list: LintedList; readonly options: readonly RangedOption[] }

/** The share of options that must be numbers before the rest counts as "other" and "none". */
const MIN_SHARE = 0.7

/** Options that stand for numbers, from the lowest; undefined where they do not. */
export function rangesOf({ type, answers }: LintedQuestion): Ranges | undefined {
  if (answers.name !== 'options' || (type !== 'single' && type !== 'multi')) return undefined
  const texts = answers.entries.filter(({ text }) => !isEvasion(text))
  const read = texts.flatMap((at) => {
    const range = readRange(at.text)
    return range ? [{ ...range, at }] : []
  })
  if (read.length < 3 || read.length < texts.length * MIN_SHARE) return undefined
  // A list of single numbers that are no steps, such as years of models, has no gaps.
  if (read.every(({ low, high }) => low === high)) return undefined
  return { list: answers, options: read.toSorted((a, b) => a.low - b.low || a.high - b.high) }
}

/** Neighbours in order, lower first. */
export function neighbours({ options }: Ranges): (readonly [RangedOption, RangedOption])[] {
  return options.slice(1).map((upper, i) => [options[i]!, upper] as const)
}
