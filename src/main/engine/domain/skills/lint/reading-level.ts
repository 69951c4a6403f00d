import type { LintedQuestion } from './linted-skill.ts'
import { advice, type Found, type Rule } from './rule.ts'
import { sentencesOf } from './asked.ts'
import { syllablesOf } from './syllables.ts'

/** Questions that take a second reading are answered with less care. */
export const readingLevel: Rule = {
  rule: 'reading-level',
  severity: 'info',
  readsEnglish: true,
  checkQuestion,
}

/** Grade from which a text is hard; questionnaires aim at 8, and the formula overrates short texts. */
const HARD_GRADE = 15
/** Words of four syllables and more among all: one long word in a plain question is no burden. */
const LONG_WORD_SHARE = 0.18
const MIN_LONG_WORDS = 3
const LONG_WORD = 4
const NAMED = 4

export type Readability = {
  /** Flesch–Kincaid grade: years of school in the United States. */
  readonly grade: number
  readonly words: number
  /** Words of four syllables and more, each once. */
  readonly longWords: readonly string[]
  /** Their share among all words, 0–1. */
  readonly longShare: number
}

/** Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers & Chissom 1975). Zero words: grade 0. */
export function readabilityOf(text: string): Readability {
  const words = text.replaceAll(/\{\{[^{}]*\}\}/g, 'it').match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const sentences = Math.max(1, sentencesOf({ path: '', text }).length)
  if (words.length === 0) return { grade: 0, words: 0, longWords: [], longShare: 0 }
  const counts = words.map(syllablesOf)
  const syllables = counts.reduce((sum, count) => sum + count, 0)
  const long = words.filter((_, i) => counts[i]! >= LONG_WORD)
  return {
    grade: 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59,
    words: words.length,
    longWords: [...new Set(long)],
    longShare: long.length / words.length,
  }
}

function checkQuestion({ text }: LintedQuestion): Found[] {
  const { grade, longWords, longShare } = readabilityOf(text.text)
  if (grade < HARD_GRADE || longShare < LONG_WORD_SHARE || longWords.length < MIN_LONG_WORDS)
    return []
  const named = longWords.slice(0, NAMED).map((word) => `“${word}”`)
  return [
    {
      path: text.path,
      span: null,
      explanation: `It reads like grade ${Math.round(grade)} of school (Flesch–Kincaid); questions are best at 8 or below.`,
      suggestion: advice(`Use shorter sentences, and everyday words for ${named.join(', ')}.`),
    },
  ]
}
