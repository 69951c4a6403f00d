const small = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen`.split(/\s+/)
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fifth: 5,
  eighth: 8,
  ninth: 9,
  twelfth: 12,
}
const few: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, couple: 2, few: 3, several: 4 }

/** Matches what `toNumber` reads, "twenty-one" and "21" alike. */
export const NUMBER = `\\d{1,2}|(?:${tens.slice(2).join('|')})(?:[- ](?:${small.slice(1, 10).join('|')}))?|${small.slice(1).toReversed().join('|')}`
/** "A", "two", "a few": numbers of days, months or years. */
export const QUANTITY = `a (?:couple of|few)|several|an?|${NUMBER}`

/** @returns undefined for what is no number below a hundred */
export function toNumber(words: string): number | undefined {
  const text = words.toLowerCase().trim()
  if (/^\d+$/.test(text)) return Number(text)
  const [head = '', tail] = text.split(/[- ]/)
  const ten = tens.indexOf(head)
  if (ten >= 2) return ten * 10 + (tail ? small.indexOf(tail) : 0)
  const one = small.indexOf(head)
  return one === -1 ? undefined : one
}

export function toQuantity(words: string): number {
  const text = words.toLowerCase()
  const vague = /\b(couple|few|several)\b/.exec(text)?.[1]
  return (vague ? few[vague] : undefined) ?? toNumber(text) ?? few[text] ?? 1
}

/** "7th", "seventh", "twenty-first" */
export function toOrdinal(words: string): number | undefined {
  const text = words.toLowerCase()
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)?.[1]
  if (digits) return Number(digits)
  const last = text.split(/[- ]/).at(-1)!
  const known = ordinals[last] ?? toNumber(last.replace(/ieth$/, 'y').replace(/th$/, ''))
  if (known === undefined) return undefined
  return text === last ? known : (toNumber(text.slice(0, -last.length - 1)) ?? 0) + known
}
