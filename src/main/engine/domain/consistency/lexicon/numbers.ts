const words = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty`.split(/\s+/)
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const TENS = tens.join('|')

/** A whole number below a thousand, in digits or words, as the source of a pattern. */
export const NUMBER = `(?:\\d{1,3}|(?:${TENS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|${words.slice(1).toReversed().join('|')})`

/** @param text  as `NUMBER` matches it; "a" and "an" are one, "no" is none */
export function numberOf(text: string): number {
  const lower = text.toLowerCase()
  if (/^\d+$/.test(lower)) return Number(lower)
  if (lower === 'a' || lower === 'an' || lower === 'single') return 1
  if (lower === 'no') return 0
  if (lower === 'both' || lower === 'a couple of') return 2
  const simple = words.indexOf(lower)
  if (simple >= 0) return simple
  const [ten = '', one = ''] = lower.split(/[- ]/)
  return (tens.indexOf(ten) + 2) * 10 + Math.max(0, words.indexOf(one))
}
