/** "1 = Never", "1. Never", "(1) Never", "1 - Never" as code and label; else the text is both. */
export function splitCode(value: string): { code: string | null; label: string } {
  const found = /^[([]?(-?\d+(?:[.,]\d+)?)[)\]]?\s*(?:[=:–—-]|\.(?=\s|\D)|\s)\s*(\D.*)$/.exec(value)
  // "1–2 times" and "18-24" are answers, not codes with a label.
  if (!found || /^\s*\d/.test(found[2]!) || isRange(value)) return { code: null, label: value }
  return { code: found[1]!, label: found[2]!.trim() }
}

function isRange(value: string): boolean {
  return (
    /^-?\d+\s*(?:[-–—]|to\b|or\b|and\b|times?\b|years?\b|hours?\b|days?\b|%)/i.test(value) &&
    !/^-?\d+\s*[-–—]\s*\D/.test(value)
  )
}

/** What a text comes down to for being compared: case, accents, marks and spaces aside. */
export function plainText(value: string): string {
  return value
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A number as surveys write it, also "1,5"; NaN for anything else. */
export function numberOf(text: string): number {
  const plain = text.trim()
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(plain)) return Number.NaN
  return Number(plain.replace(',', '.'))
}

// "None" is missing here: of religion or of children it is an answer.
const NO_ANSWERS = new Set(
  [
    'na|n a|null|nan|missing|none given|skipped|skip|inapplicable|iap|dk|dk na|refused|refusal',
    'dont know|do not know|i dont know|no answer|not answered|not applicable|not asked|not stated',
    'refuse to answer|prefer not to say|prefer not to answer|rather not say|cant say|cannot say',
    'dont know refused|dk refused|dont know no answer|cant choose|item nonresponse|no response',
    'nonresponse|not available|unknown|web blank|system missing|ref|dk ref|no opinion|nonresp',
    'weiß nicht|weiss nicht|keine angabe|k a|ne sait pas|nsp|sans réponse|no sabe|no contesta|ns nc',
    'skipped on web|not available in this release|not available in this year|no answer dk',
  ].flatMap((line) => line.split('|').map(plainText)),
)

/** Whether a value says, in words or by an empty sign, that there is no answer. */
export function saysNothing(value: string): boolean {
  if (/^[\s.?*–—-]*$/.test(value)) return true
  // Stata and SAS know .a to .z: "." and a letter, with or without what it stands for.
  if (/^\.[a-z](?::|\s|$)/i.test(value)) return true
  const { label } = splitCode(value)
  const plain = plainText(label)
  if (NO_ANSWERS.has(plain) || /^inap\b/.test(plain)) return true
  // "Don't know/Refused (VOL.)": every part says it.
  const parts = label
    .replaceAll(/\(?\b(?:vol|volunteered|spontaneous)\b\.?\)?/gi, '')
    .split(/[/,;()]|\bor\b/i)
    .map(plainText)
    .filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => NO_ANSWERS.has(part))
}

const FILLERS = new Set([
  66, 77, 88, 97, 98, 99, 666, 777, 888, 997, 998, 999, 7777, 8888, 9997, 9998, 9999,
])
const SHORT_SCALE = 20

/**
 * Values that stand for no answer: empty ones, words for it, negative codes among others, and 77, 88,
 * 98, 99… beside a short scale.
 */
export function missingAmong(values: readonly string[]): string[] {
  const numbers = values.map((value) => numberOf(splitCode(value).code ?? value))
  const answers = numbers.filter((number) => number >= 0 && !FILLERS.has(number))
  const isScale = answers.length >= 2 && Math.max(...answers) <= SHORT_SCALE
  return values.filter((value, i) => {
    if (saysNothing(value)) return true
    const number = numbers[i]!
    if (!Number.isInteger(number) || !isScale) return false
    return FILLERS.has(Math.abs(number)) || number < 0
  })
}

/** Words of ordered answers, each from low to high; what fits none of them has no known order. */
const SCALES: readonly (readonly string[])[] = [
  'strongly disagree|disagree|somewhat disagree|slightly disagree|neither agree nor disagree|neutral|undecided|slightly agree|somewhat agree|agree|strongly agree',
  'disagree strongly|disagree somewhat|neither agree nor disagree|agree somewhat|agree strongly',
  'very dissatisfied|dissatisfied|somewhat dissatisfied|neither satisfied nor dissatisfied|neutral|somewhat satisfied|satisfied|very satisfied',
  'very unlikely|unlikely|somewhat unlikely|neither likely nor unlikely|neutral|somewhat likely|likely|very likely',
  'never|rarely|seldom|occasionally|sometimes|often|very often|usually|always',
  'not at all|slightly|a little|somewhat|moderately|quite|very|very much|extremely|completely',
  'very bad|bad|poor|fair|neither good nor bad|good|very good|excellent',
  'very poor|poor|fair|average|good|very good|excellent',
  'not at all happy|not very happy|not too happy|pretty happy|rather happy|quite happy|happy|very happy',
  'not at all important|not very important|somewhat important|fairly important|important|very important|extremely important',
  'not at all likely|not too likely|not very likely|somewhat likely|fairly likely|very likely|extremely likely',
  'not at all satisfied|not very satisfied|fairly satisfied|satisfied|very satisfied',
  'none at all|not very much|not much|hardly any|only some|quite a lot|a great deal',
  'none|few|some|most|all',
  'very low|low|medium|high|very high',
  'definitely not|probably not|might or might not|probably|probably yes|definitely|definitely yes',
].map((line) => line.split('|'))

/** Values from low to high, where numbers or known words say so; `ordered` false: by occurrence. */
export function inOrder(values: readonly string[]): { values: string[]; ordered: boolean } {
  const numbers = values.map((value) => numberOf(splitCode(value).code ?? value))
  if (values.length >= 2 && numbers.every((number) => !Number.isNaN(number)))
    return { values: sortBy(values, numbers), ordered: values.length >= 3 }
  const scale = SCALES.find((words) => values.every((value) => words.includes(plainText(value))))
  if (scale && values.length >= 3)
    return {
      values: sortBy(
        values,
        values.map((value) => scale.indexOf(plainText(value))),
      ),
      ordered: true,
    }
  const bands = values.map((value) => numberOf(/^\D{0,12}?(\d+)/.exec(value)?.[1] ?? ''))
  if (values.length >= 3 && bands.every((number) => !Number.isNaN(number)))
    return { values: sortBy(values, bands), ordered: true }
  return { values: [...values], ordered: false }
}

function sortBy(values: readonly string[], keys: readonly number[]): string[] {
  return values
    .keys()
    .toArray()
    .toSorted((a, b) => keys[a]! - keys[b]!)
    .map((index) => values[index]!)
}
