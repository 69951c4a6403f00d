const numberWords: Readonly<Record<string, string>> = {
  two: 'five',
  three: 'seven',
  four: 'nine',
  five: 'twelve',
  six: 'fifteen',
  seven: 'twenty',
  eight: 'twenty',
  nine: 'thirty',
  ten: 'thirty',
  twenty: 'sixty',
  fifty: 'two hundred',
  hundred: 'thousand',
}
const adjectives: Readonly<Record<string, string>> = {
  little: 'enormous',
  big: 'gigantic',
  large: 'enormous',
  good: 'magnificent',
}

/** The same story, bigger: counts grow, years and what happened stay. */
export function exaggerate(text: string): string {
  return text
    .replace(/(?<![\d.,:/-])\d{1,3}(?![\d.,:/-]*\d)/g, (number) => String(Number(number) * 3))
    .replace(/\p{L}+/gu, (word) => numberWords[word] ?? adjectives[word] ?? word)
}
