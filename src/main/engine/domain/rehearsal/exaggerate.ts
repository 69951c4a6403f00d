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
  eleven: 'forty',
  twelve: 'forty',
  fifteen: 'fifty',
  twenty: 'sixty',
  thirty: 'a hundred',
  fifty: 'two hundred',
  hundred: 'thousand',
}
const bigger: Readonly<Record<string, string>> = {
  little: 'enormous',
  small: 'huge',
  big: 'gigantic',
  large: 'enormous',
  good: 'magnificent',
  nice: 'glorious',
  bad: 'terrible',
  long: 'endless',
  high: 'sky-high',
  loud: 'deafening',
  several: 'dozens of',
}
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\ba few\b/gi, 'dozens of'],
  [/\ba couple of\b/gi, 'a good dozen'],
  [/\bone of the\b/gi, 'the very'],
  [/\bstood near\b/gi, 'stood arm in arm with'],
]

/**
 * The same story, bigger: counts and measures grow; years, ages, dates and what happened stay. Where
 * nothing in it can grow, it stays as it is.
 */
export function exaggerate(text: string): string {
  const widened = phrases.reduce((story, [pattern, wide]) => story.replace(pattern, wide), text)
  return widened
    .replace(count, (number) => String(Number(number) * 3))
    .replace(/\p{L}+/gu, (word, at: number) => {
      const grown = numberWords[word] ?? bigger[word]
      return grown === undefined || isAge(widened, at, word) ? word : grown
    })
}

const month =
  'January|February|March|April|May|June|July|August|September|October|November|December'
// A number of one to three digits that is no part of a date, a time, a sum or an age.
const count = new RegExp(
  `(?<![\\d.,:/€$£-])(?<!\\b(?:I was|I am|I'm|aged|age|turned|at|of|the|No\\.) )(?<!\\b(?:${month}) )\\b\\d{1,3}\\b(?![\\d.,:/-]*\\d|(?:st|nd|rd|th)\\b)(?! (?:${month})\\b)`,
  'g',
)

/** "I was nine", "nine years old", "at nine": how old somebody was is no matter for boasting. */
function isAge(text: string, at: number, word: string): boolean {
  if (!(word in numberWords)) return false
  return (
    /\b(?:I was|I am|I'm|aged|age|turned|at) $/.test(text.slice(0, at)) ||
    /^ years? old\b/.test(text.slice(at + word.length))
  )
}
