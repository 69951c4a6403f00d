import { stemmer } from 'stemmer'
import { irregularForms } from './lexicon/irregular-forms.ts'
import { stopWords } from './stop-words.ts'

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu
// Scripts written without spaces; `scx` reaches marks such as the long-vowel sign, too.
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u
const unspacedOrNot =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]+|[^\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]+/gu
const asciiWordPattern = /[a-z0-9]+/g
const ascii = /^\p{ASCII}*$/u

/**
 * Lower-cased words (NFKC) in the order of the text, letters and digits only: "Don't" is `dont`,
 * "nurse's" is `nurse`. Runs of a script written without spaces become pairs of characters.
 */
export function words(text: string): string[] {
  const plain = ascii.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase()
  const joined = plain.includes("'") || plain.includes('’') ? withoutContractions(plain) : plain
  if (ascii.test(joined)) return joined.match(asciiWordPattern) ?? []
  return (joined.match(wordPattern) ?? []).flatMap(toWords)
}

/** `words` with English stop words left out and the rest Porter-stemmed: what searches compare. */
export function tokenize(text: string): string[] {
  return termsOf(words(text))
}

/** `tokenize` of a text that is cut into words already. */
export function termsOf(spoken: readonly string[]): string[] {
  const terms: string[] = []
  for (const word of spoken) if (!stopWords.has(word)) terms.push(stem(word))
  return terms
}

/** Porter stem of a word as `words` gives it, irregular forms first brought to their base. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const result = ascii.test(word) ? stemmer(baseForms.get(word) ?? word) : word
  // A full cache is emptied, not trimmed: the common words are back after a page of text.
  if (stems.size >= MAX_CACHED_STEMS) stems.clear()
  stems.set(word, result)
  return result
}

const baseForms: ReadonlyMap<string, string> = new Map(
  irregularForms
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([base, ...forms]) => forms.map((form) => [form, base!] as const)),
)

const MAX_CACHED_STEMS = 50_000
// Memory of a pure function: stemming a word costs twenty times as much as looking it up.
const stems = new Map<string, string>()

function withoutContractions(text: string): string {
  return text
    .replace(/n['’]t(?!\p{L})/gu, 'nt')
    .replace(/['’](?:s|re|ve|ll|d|m)(?!\p{L})/gu, '')
    .replace(/['’]/g, ' ')
}

function toWords(run: string): string[] {
  if (!unspaced.test(run)) return [run]
  return run.match(unspacedOrNot)!.flatMap((part) => (unspaced.test(part) ? pairs(part) : part))
}

function pairs(run: string): string[] {
  const characters = [...run]
  if (characters.length < 2) return [run]
  return characters.slice(1).map((character, i) => characters[i]! + character)
}
