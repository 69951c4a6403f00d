import type { LintedList, LintedQuestion, LintedText } from './linted-skill.ts'
import { isEvasion } from './linted-skill.ts'
import { rateOf, readRange, type NumberRange } from './read-range.ts'

export type RangedOption = NumberRange & { readonly at: LintedText }
export type Ranges = { readonly list: LintedList; readonly options: readonly RangedOption[] }

/** The share of options that must be numbers before the rest counts as "other" and "none". */
const MIN_SHARE = 0.7

/** Options that stand for numbers, from the lowest; undefined where they do not. */
export function rangesOf({ type, answers }: LintedQuestion): Ranges | undefined {
  if (answers.name !== 'options' || (type !== 'single' && type !== 'multi')) return undefined
  const texts = answers.entries.filter(({ text }) => !isEvasion(text))
  if (hasSeveralRates(texts)) return undefined
  const read = texts.flatMap((at) => {
    const range = readRange(at.text)
    return range ? [{ ...range, at }] : []
  })
  if (read.length < 3 || read.length < texts.length * MIN_SHARE) return undefined
  // A list of single numbers that are no steps, such as years of models, has no gaps.
  if (read.every(({ low, high }) => low === high)) return undefined
  return {
    list: answers,
    options: aboveNothing(inThousands(read)).toSorted((a, b) => a.low - b.low || a.high - b.high),
  }
}

/** "Once a week" and "twice a month" are not counted in one unit. */
function hasSeveralRates(texts: readonly LintedText[]): boolean {
  const rates = texts.map(({ text }) => rateOf(text)).filter((rate) => rate !== undefined)
  return new Set(rates).size > 1
}

/** "51,000 to 75,000", then "76,000 to…": written in thousands, so that is the step. */
function inThousands(read: readonly RangedOption[]): readonly RangedOption[] {
  const ends = read.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite)
  if (!ends.every((end) => end % 1_000 === 0)) return read
  return read.map((one) => ({ ...one, step: Math.max(one.step, 1_000) }))
}

/** Beside "none", "less than 30" begins above it. */
function aboveNothing(read: readonly RangedOption[]): readonly RangedOption[] {
  if (!read.some(({ low, high }) => low === 0 && high === 0)) return read
  return read.map((one) => (one.low === -Infinity ? { ...one, low: 0, excludesLow: true } : one))
}

/** Neighbours in order, lower first. */
export function neighbours({ options }: Ranges): (readonly [RangedOption, RangedOption])[] {
  return options.slice(1).map((upper, i) => [options[i]!, upper] as const)
}
