import { partsOf } from './answer-text.ts'
import { toNumber } from './read-number.ts'
import { readChoice } from './read-choice.ts'
import { invalid, type Reading } from './reading.ts'

/**
 * "option: number" for each option; an option left out has 0.
 *
 * @returns amounts ≥ 0 in the order of the options, or why there are none
 */
export function readParts(
  options: readonly string[],
  said: string,
): { readonly amounts: number[] } | Extract<Reading, { status: 'invalid' }> {
  const amounts = options.map(() => 0)
  const seen = new Set<number>()
  for (const part of splitParts(said)) {
    const match = /^(.*?)\s*[:=–—-]*\s*([-−]?\d[\d.,]*)\s*(?:%|[\p{L}]{1,12})?\.?$/u.exec(part)
    const amount = match && toNumber(match[2]!)
    const at = match ? readChoice(options, match[1]!) : undefined
    if (!match || amount === undefined || typeof at !== 'number')
      return invalid(`“${part}” is not an option with a number`)
    if (amount! < 0) return invalid(`“${part}” is less than 0`)
    if (seen.has(at)) return invalid(`“${options[at]}” is named twice`)
    seen.add(at)
    amounts[at] = amount!
  }
  return seen.size === 0 ? invalid('no option has a number') : { amounts }
}

/** By semicolon and line; by comma only where that is the only mark between several numbers. */
function splitParts(said: string): string[] {
  const parts = partsOf(said)
  const [only] = parts
  if (parts.length !== 1 || !only || (only.match(/\d+(?:[.,]\d+)?/g) ?? []).length < 2) return parts
  return only
    .split(/,\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
}
