/** What the wording of an entry shows of the answers it may hold, one bit each. */
export const CUES = {
  /** It ends in a question: what answers it comes next. */
  asks: 1,
  /** A number, a price, "three". */
  number: 2,
  /** A proper name or a title: a capital within a sentence, or words in quotation marks. */
  name: 4,
} as const

const endsInQuestion = /\?["'”’)\s]*$/u
const number =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|twice)\b/i
const name = /[\p{Ll},;:] (?!I\b)\p{Lu}\p{L}|["“][^"”]+["”]/u

export function cuesOf(text: string): number {
  return (
    (endsInQuestion.test(text) ? CUES.asks : 0) |
    (number.test(text) ? CUES.number : 0) |
    (name.test(text) ? CUES.name : 0)
  )
}

const asksNumber =
  /\bhow (?:many|much|old|far|big|tall|high|fast|heavy)\b|\b(?:price|cost|age|number|amount)\b/i
const asksName =
  /\b(?:who|whom|whose|called|names?|title|where|which (?:city|town|country|place|book|film|movie|band|song))\b/i

/** The cue that an answer to the question would show; 0 where none is to be expected. */
export function cueSought(question: string): number {
  return (asksNumber.test(question) ? CUES.number : 0) || (asksName.test(question) ? CUES.name : 0)
}
