import type { EducationLevel } from '../education.ts'

/** What happened at work: templates of grammar.ts, and the years in which it can have happened. */
export type WorkEvent = readonly [label: string, facts: string, fromYear?: number, toYear?: number]

/** Occupations whose days, worries and words are alike. */
export type OccupationFamily = {
  id: string
  /** Starts of words, lower case; the longest one that occurs in an occupation decides. */
  keywords: readonly string[]
  /** Youngest plausible age in the occupation itself, years. */
  fromAge: number
  /** What people in it usually have; only used where the seed does not say. */
  education: EducationLevel
  /** What is learned for it: "nursing". */
  field: string
  /** With article: "a large teaching hospital". */
  employers: readonly string[]
  /** What people do before it, without article: "care assistant". */
  before: readonly string[]
  topics: readonly string[]
  pride: readonly WorkEvent[]
  shame: readonly WorkEvent[]
  trial: readonly WorkEvent[]
}

/** `a|b|c` as a list: data files stay readable. */
export const each = (text: string): string[] => text.split('|')
