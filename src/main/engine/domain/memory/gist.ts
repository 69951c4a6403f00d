import { stopWords } from '../text/stop-words.ts'
import { words } from '../text/tokenize.ts'

/**
 * What is left of a label when the memory has faded: no years, numbers, places or people. May be
 * empty.
 */
export function hazyLabel(label: string): string {
  return label
    .replace(/\s*\([^)]*\)/g, '')
    .replace(
      /\b(?:in|at|to|from|near|of)\s+(?:the\s+)?\p{Lu}[\p{L}'’-]*(?:[\s-]+\p{Lu}[\p{L}'’-]*)*/gu,
      'somewhere',
    )
    .replace(/\s*\b(?:in|on|at|since|until|around|by)\s+\d[\d.,:/-]*/g, '')
    .replace(/\s*\d[\d.,:/-]*/g, '')
    .replace(/(?<=[\p{L},:]\s)(?!I\b)\p{Lu}[\p{L}'’-]+/gu, 'somebody')
    .replace(/[.!?…]+$/u, '')
    .trim()
}

/** The sentences that name nothing: no number, and no word that may be a name. */
export function withoutDetails(text: string): string {
  return (text.match(/[^.!?…]+[.!?…]*/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !namesSomething(sentence))
    .join(' ')
}

// At the start of a sentence a capital says nothing, unless the word is one that starts many.
function namesSomething(sentence: string): boolean {
  if (/\d|(?<=\S\s)(?!I\b)["“(]?\p{Lu}/u.test(sentence)) return true
  const [first] = words(sentence)
  return first === undefined || !stopWords.has(first)
}
