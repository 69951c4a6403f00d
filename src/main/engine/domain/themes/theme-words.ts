import { commonStems } from '../text/common-words.ts'
import { functionWordsOf } from '../text/function-words.ts'
import { stopWords } from '../text/stop-words.ts'
import { stem, words } from '../text/tokenize.ts'

const KEYWORDS = 6
const IN_LABEL = 3
/** A word that is in talk about anything says less: as in the hashing embedding. */
const COMMON_WORTH = 0.4
/** A pair stands for its words when at least so much of the rarer one's use is in it. */
const PAIR_SHARE = 0.5
/** A term is in at least so many answers: one persona repeating a word is not a theme. */
const MIN_ANSWERS = 2
const MIN_ANSWERS_OF_PAIR = 3
/** Words that are content in a biography and say nothing at the head of a theme. */
const fillers: ReadonlySet<string> = new Set(
  `able absolutely also always another anybody anymore anyone anything around back become besides done either enough even
  ever every everybody everyone everything however instead least less lot many may maybe mind never nobody
  nothing often perhaps quite rarely several since somebody someone something sometimes somewhere
  still twice usually whatever whether without`.split(/\s+/),
)

export type ThemeWords = { readonly label: string; readonly keywords: readonly string[] }

/**
 * Words and pairs of neighbouring words that set each theme apart (class-based tf–idf, Grootendorst
 * 2022, by answers that use them), as people wrote them most often. Never a stop word.
 *
 * @param themeOf  per text: its theme, or −1
 * @param asked    the question: its own words set nothing apart
 */
export function wordsOfThemes(
  texts: readonly string[],
  themeOf: ArrayLike<number>,
  { themes, asked = '' }: { themes: number; asked?: string | undefined },
): ThemeWords[] {
  const counts = countTerms(texts, themeOf, { themes, left: new Set(words(asked).map(stem)) })
  const ranked = rankTerms(counts, themes)
  const taken = new Set<string>()
  return ranked.map((terms) => {
    const keywords = terms.slice(0, KEYWORDS)
    const label = labelOf(
      keywords.length > 0 ? keywords.slice(0, IN_LABEL) : ['no word in common'],
      taken,
    )
    taken.add(label)
    return { label, keywords }
  })
}

type TermCounts = {
  /** By term, per theme: answers that use it. */
  readonly byTerm: Map<string, Float64Array>
  /** By term: how often it was written how. */
  readonly surfaces: Map<string, Map<string, number>>
}

/** Terms are stems, or two joined by a space. */
function countTerms(
  texts: readonly string[],
  themeOf: ArrayLike<number>,
  { themes, left }: { themes: number; left: ReadonlySet<string> },
): TermCounts {
  const byTerm = new Map<string, Float64Array>()
  const surfaces = new Map<string, Map<string, number>>()
  for (let row = 0; row < texts.length; row++) {
    const theme = themeOf[row]!
    if (theme < 0) continue
    for (const [term, surface] of termsOf(texts[row]!, left)) {
      let counts = byTerm.get(term)
      if (!counts) byTerm.set(term, (counts = new Float64Array(themes)))
      counts[theme]! += 1
      let written = surfaces.get(term)
      if (!written) surfaces.set(term, (written = new Map()))
      written.set(surface, (written.get(surface) ?? 0) + 1)
    }
  }
  return { byTerm, surfaces }
}

/** Each term of a text once, with how it is first written there. @param left  stems left out */
function termsOf(text: string, left: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>()
  let before: { term: string; word: string } | null = null
  const spoken = words(text)
  const grammar = functionWordsOf(spoken)
  for (const word of spoken) {
    const isGrammar = stopWords.has(word) || grammar.has(word)
    if (isGrammar || fillers.has(word) || word.length < 2 || /^\d+$/.test(word)) {
      before = null
      continue
    }
    const term = stem(word)
    if (left.has(term)) {
      before = null
      continue
    }
    if (!found.has(term)) found.set(term, word)
    if (before && before.term !== term) {
      const pair = `${before.term} ${term}`
      if (!found.has(pair)) found.set(pair, `${before.word} ${word}`)
    }
    before = { term, word }
  }
  return found
}

/** Per theme, the terms that set it apart, as written, best first. */
function rankTerms({ byTerm, surfaces }: TermCounts, themes: number): string[][] {
  const total = new Float64Array(themes)
  for (const counts of byTerm.values())
    for (let theme = 0; theme < themes; theme++) total[theme]! += counts[theme]!
  const average = total.reduce((sum, count) => sum + count, 0) / themes
  return Array.from({ length: themes }, (_, theme) => {
    const scored = [...byTerm]
      .filter(([, counts]) => counts[theme]! >= MIN_ANSWERS)
      .map(([term, counts]) => ({ term, score: scoreOf(term, counts, { theme, average, total }) }))
      .toSorted((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
      .slice(0, 10 * KEYWORDS)
      .map(({ term }) => term)
    return withoutRepeats(scored, (term) => byTerm.get(term)![theme]!).map((term) =>
      usualSurface(surfaces.get(term)!),
    )
  })
}

function scoreOf(
  term: string,
  counts: Float64Array,
  { theme, average, total }: { theme: number; average: number; total: Float64Array },
): number {
  const everywhere = counts.reduce((sum, count) => sum + count, 0)
  const worth = Math.min(
    ...term.split(' ').map((part) => (commonStems.has(part) ? COMMON_WORTH : 1)),
  )
  return (worth * counts[theme]! * Math.log(1 + average / everywhere)) / Math.max(1, total[theme]!)
}

/** A pair goes for its words where it is most of their use, and is left out where it is not. */
function withoutRepeats(terms: readonly string[], countOf: (term: string) => number): string[] {
  const pairs = terms.filter((term) => {
    const parts = term.split(' ')
    return (
      parts.length === 2 &&
      countOf(term) >= MIN_ANSWERS_OF_PAIR &&
      countOf(term) >= PAIR_SHARE * Math.min(...parts.map(countOf))
    )
  })
  const kept: string[] = []
  const spent = new Set<string>()
  for (const term of terms) {
    const parts = term.split(' ')
    if (parts.length === 2 && !pairs.includes(term)) continue
    if (parts.some((part) => spent.has(part))) continue
    const pair = pairs.find((one) => one.split(' ').includes(term))
    const chosen = pair && !pair.split(' ').some((part) => spent.has(part)) ? pair : term
    for (const part of chosen.split(' ')) spent.add(part)
    kept.push(chosen)
  }
  return kept
}

/** The most frequent writing; the shorter, then the first in the alphabet among equals. */
function usualSurface(written: ReadonlyMap<string, number>): string {
  return [...written].toSorted(
    ([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1),
  )[0]![0]
}

/** Sentence case; a number where another theme has the same words. */
function labelOf(terms: readonly string[], taken: ReadonlySet<string>): string {
  const text = terms.join(', ')
  const label = text.charAt(0).toUpperCase() + text.slice(1)
  if (!taken.has(label)) return label
  let number = 2
  while (taken.has(`${label} (${number})`)) number += 1
  return `${label} (${number})`
}
