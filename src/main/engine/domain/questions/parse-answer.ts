import type { Question } from '../../../../shared/contract/skills.ts'

export type ParsedAnswer =
  | { readonly status: 'valid'; readonly value: string | number }
  | { readonly status: 'dont_know' | 'refused'; readonly value: null }
  | { readonly status: 'invalid'; readonly value: null; readonly reason: string }

type Closed = Exclude<Question, { type: 'open' }>

/**
 * Reads an answer without guessing: what is not clearly one of the allowed answers is invalid, with
 * the reason. A scale answers with its point (1…k), a choice with the option's text.
 */
export function parseAnswer(question: Question, text: string): ParsedAnswer {
  const trimmed = text.trim()
  if (trimmed === '') return invalid('it is empty')
  if (question.type === 'open') return openAnswer(trimmed)
  const line = answerLine(trimmed)
  const said = bare(line)
  if (REFUSED.some((phrase) => said === phrase)) return { status: 'refused', value: null }
  if (UNKNOWN.some((phrase) => said === phrase))
    return question.allowDontKnow
      ? { status: 'dont_know', value: null }
      : invalid('“don’t know” is not one of the answers')
  return closedAnswer(question, line)
}

function openAnswer(text: string): ParsedAnswer {
  const said = bare(text)
  if (REFUSED.includes(said)) return { status: 'refused', value: null }
  if (UNKNOWN.includes(said)) return { status: 'dont_know', value: null }
  return { status: 'valid', value: text }
}

function closedAnswer(question: Closed, line: string): ParsedAnswer {
  switch (question.type) {
    case 'single': {
      const at = choice(question.options, line)
      return typeof at === 'number' ? valid(question.options[at]!) : at
    }
    case 'likert': {
      const at = choice(question.labels, line)
      return typeof at === 'number' ? valid(at + 1) : at
    }
    case 'numeric':
      return numericAnswer(question, line)
  }
}

/** Index of the option named by its text, its number or its letter; else why there is none. */
function choice(options: readonly string[], line: string): number | ParsedAnswer {
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
): number | ParsedAnswer | undefined {
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

function numericAnswer(
  { min, max, decimals }: Extract<Question, { type: 'numeric' }>,
  line: string,
): ParsedAnswer {
  const found = [...line.matchAll(/(?<![\p{L}\d])[-−]?\d[\d,.   ’']*\d|(?<![\p{L}\d])[-−]?\d/gu)]
  if (found.length === 0) return invalid('there is no number in it')
  if (found.length > 1) return invalid('there is more than one number in it')
  const value = toNumber(found[0]![0])
  if (value === undefined) return invalid(`“${found[0]![0]}” is not a number`)
  if (value < min || value > max) return invalid(`${value} is not between ${min} and ${max}`)
  return valid(Number(value.toFixed(decimals)))
}

/** "1 200", "1,200.50", "1.200,50" and "3,5"; undefined where the marks contradict each other. */
function toNumber(text: string): number | undefined {
  const digits = text.replaceAll(/[   ’']/g, '').replace('−', '-')
  const lastMark = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  if (lastMark === -1) return Number(digits)
  const mark = digits[lastMark]!
  const parts = digits.split(mark)
  const other = mark === ',' ? '.' : ','
  const thousands =
    parts.length > 2 || (!digits.includes(other) && mark === ',' && parts[1]!.length === 3)
  const normal = thousands
    ? digits.replaceAll(mark, '')
    : digits.replaceAll(other, '').replace(mark, '.')
  const value = Number(normal)
  return Number.isFinite(value) ? value : undefined
}

function answerLine(text: string): string {
  const marked = /^[\s*_>#-]*answer\s*[*_]*\s*:[\s*_]*(.*)$/im.exec(text)
  if (marked?.[1]?.trim()) return marked[1].trim()
  return text
    .split('\n')
    .find((line) => line.trim() !== '')!
    .trim()
}

/** Lower case, no outer punctuation or markup, single spaces, straight quotes. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[*_`"“”]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s\-–—•.:;,]+|[\s\-–—.:;,!]+$/g, '')
}

function containsWords(text: string, part: string): boolean {
  return ` ${text.replaceAll(/[.,;:!?()]/g, ' ').replaceAll(/\s+/g, ' ')} `.includes(
    ` ${part
      .replaceAll(/[.,;:!?()]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()} `,
  )
}

const NEGATION = /\b(not|never|neither|nor|rather than|instead of|except)\b|n't\b/
const UNKNOWN = [
  "i don't know",
  "don't know",
  'dont know',
  'i dont know',
  'no idea',
  'not sure',
  "i'm not sure",
]
const REFUSED = [
  "i'd rather not say",
  'i would rather not say',
  'rather not say',
  'prefer not to say',
  'i prefer not to say',
  "i'd prefer not to say",
  'no answer',
]

function valid(value: string | number): ParsedAnswer {
  return { status: 'valid', value }
}
function invalid(reason: string): ParsedAnswer {
  return { status: 'invalid', value: null, reason }
}
