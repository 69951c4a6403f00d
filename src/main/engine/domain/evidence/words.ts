/** Numbers as people read them. Rounded once, here, so that screens and reports agree. */

/** 0.374 → "37 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Points between two shares: 0.148 → "15 points". */
export function points(difference: number): string {
  const rounded = Math.round(Math.abs(difference) * 100)
  return `${rounded} ${rounded === 1 ? 'point' : 'points'}`
}

/** With its sign, for intervals: −0.148 → "−15". */
export function signedPoints(difference: number): string {
  return String(Math.round(difference * 100)).replace('-', '−')
}

/** Two significant decimals for small numbers, none for large ones. */
export function decimal(value: number): string {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2
  const text = value.toFixed(digits)
  // −0.00 reads as a mistake.
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−')
}

export function list(words: readonly string[]): string {
  if (words.length <= 1) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
