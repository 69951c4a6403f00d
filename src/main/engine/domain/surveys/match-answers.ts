import type { Recode } from '../../../../shared/contract/validation-matches.ts'
import { nonAnswerOf } from '../questions/non-answer.ts'
import { numberOf, plainText, saysNothing, splitCode } from './value-text.ts'

export type AnswerTarget = { readonly value: string; readonly label: string }
export type AnswerSource = { readonly value: string; readonly label: string }

export type MatchedAnswers = {
  readonly recodes: readonly Recode[]
  /** Answers that fit none. */
  readonly unmatched: readonly string[]
  /** Matched by nothing but their order: worth a look. */
  readonly byOrder: boolean
}

/**
 * Answers of people in terms of a question's: by their words, by their codes, and codes without words
 * by their order. What says that there is no answer is left out.
 *
 * @param ordered  whether the question's answers are a scale, its values then numbers
 */
export function matchAnswers(
  sources: readonly AnswerSource[],
  targets: readonly AnswerTarget[],
  ordered: boolean,
): MatchedAnswers {
  const byWords = sources.map((source) => wordTarget(source, targets))
  const open = sources.filter((source, i) => byWords[i] === undefined && !isNothing(source))
  const byCode = open.length === 0 ? null : codeTargets(sources, targets, ordered)
  const recodes: Recode[] = []
  const unmatched: string[] = []
  for (const [i, source] of sources.entries()) {
    const to = byCode?.targets.get(source.value) ?? byWords[i]
    if (to !== undefined) recodes.push({ from: source.value, to })
    else if (isNothing(source)) recodes.push({ from: source.value, to: null })
    else unmatched.push(source.value)
  }
  return { recodes, unmatched, byOrder: byCode?.byOrder ?? false }
}

function isNothing({ value, label }: AnswerSource): boolean {
  return [value, label].some((text) => saysNothing(text) || nonAnswerOf(text) !== undefined)
}

const SAME: Readonly<Record<string, string>> = {
  y: 'yes',
  true: 'yes',
  n: 'no',
  false: 'no',
  male: 'man',
  m: 'man',
  men: 'man',
  female: 'woman',
  f: 'woman',
  w: 'woman',
  women: 'woman',
}

function comparable(text: string): string {
  const plain = plainText(text)
  return SAME[plain] ?? plain
}

/** Equal words, else the one target that all words of either are part of. */
function wordTarget(source: AnswerSource, targets: readonly AnswerTarget[]): string | undefined {
  const own = [source.label, source.value, splitCode(source.value).label].map(comparable)
  const equal = targets.find((target) =>
    [target.label, target.value].some((text) => own.includes(comparable(text))),
  )
  if (equal) return equal.value
  const said = new Set(own[0]!.split(' '))
  if (said.size < 2 && !/\p{L}{4}/u.test(own[0]!)) return undefined
  const containing = targets.filter(({ label }) => {
    const words = new Set(comparable(label).split(' '))
    return isWithin(said, words) || (words.size > 1 && isWithin(words, said))
  })
  return containing.length === 1 ? containing[0]!.value : undefined
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.values().every((word) => whole.has(word))
}

/** Codes that are none of the answers, such as 8 and 9 for "refused", are few. */
const MOST_STRANGE = 4

/**
 * Numbers without words: the very numbers of a scale, else 1…k, or 0…k−1, for k answers in their
 * order. Codes beyond are left over.
 */
function codeTargets(
  sources: readonly AnswerSource[],
  targets: readonly AnswerTarget[],
  ordered: boolean,
): { targets: ReadonlyMap<string, string>; byOrder: boolean } | null {
  const codes = sources.filter((source) => !isNothing(source)).map(({ value }) => value)
  const numbers = codes.map((value) => numberOf(splitCode(value).code ?? value))
  if (numbers.length === 0 || !numbers.every(Number.isInteger)) return null
  const own = new Map(targets.map(({ value }) => [Number(value), value]))
  const byOrder = !ordered
  // An answer that nobody gave may be the first: only a whole row of codes from 0 starts there.
  const first = numbers.includes(0) && !numbers.includes(targets.length) ? 0 : 1
  const targetOf = (code: number) => (ordered ? own.get(code) : targets[code - first]?.value)
  const placed = codes.flatMap((code, i) => {
    const to = targetOf(numbers[i]!)
    return to === undefined ? [] : [[code, to] as const]
  })
  const isWhole = first === 1 || placed.length === targets.length
  const strange = codes.length - placed.length
  if (strange > Math.min(MOST_STRANGE, placed.length) || (byOrder && !isWhole)) return null
  return { targets: new Map(placed), byOrder }
}
