import { bare, containsWords } from './answer-text.ts'
import { invalid, type Reading } from './reading.ts'

/** Index of the option named by its text, its number or its letter; else why there is none. */
export function readChoice(
  options: readonly string[],
  line: string,
): number | Extract<Reading, { status: 'invalid' }> {
  const said = bare(line)
  const plain = options.map(bare)
  const exact = plain.indexOf(said)
  if (exact !== -1 && plain.lastIndexOf(said) === exact) return exact
  const numbered = numberedChoice(options.length, line, plain)
  if (numbered !== undefined) return numbered
  // The text of one option inside a longer line counts, unless another option is in there too.
  const named = plain
    .map((option, i) => ({ option, i }))
    .filter(({ option }) => option !== '' && containsWords(said, option))
  const longest = named.filter(
    ({ option }) =>
      !named.some((other) => other.option !== option && containsWords(other.option, option)),
  )
  if (longest.length === 1 && !NEGATION.test(said)) return longest[0]!.i
  if (longest.length > 1) return invalid('it names more than one of the options')
  return invalid('it is not one of the options')
}

/** Undefined where the line does not begin with a number or letter of an option. */
function numberedChoice(
  count: number,
  line: string,
  plain: readonly string[],
): ReturnType<typeof readChoice> | undefined {
  const match = /^(?:option\s*)?\(?(\d{1,2}|[a-z])[).:]?(?:\s+(.*))?$/i.exec(line.trim())
  if (!match) return undefined
  const [, mark, rest] = match as unknown as [string, string, string | undefined]
  const at = /\d/.test(mark) ? Number(mark) - 1 : mark.toLowerCase().charCodeAt(0) - 97
  if (at < 0 || at >= count) return undefined
  if (rest === undefined) return at
  const named = plain.indexOf(bare(rest))
  if (named === -1) return undefined
  return named === at ? at : invalid('its number and its words name different options')
}

const NEGATION = /\b(not|never|neither|nor|rather than|instead of|except)\b|n't\b/
