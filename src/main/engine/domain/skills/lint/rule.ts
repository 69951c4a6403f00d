import type { Severity } from '../../../../../shared/contract/consistency.ts'
import type { LintRule, LintSuggestion } from '../../../../../shared/contract/skill-lint.ts'
import type { LintedQuestion, LintedSkill } from './linted-skill.ts'

export type Span = { readonly start: number; readonly end: number }
export type Found = {
  readonly path: string
  readonly span: Span | null
  readonly explanation: string
  readonly suggestion: LintSuggestion
  /** Where it weighs more or less than the rule's own. */
  readonly severity?: Severity
}

/** One thing that can be wrong. It reads a question at a time, or the skill. */
export type Rule = {
  readonly rule: LintRule
  readonly severity: Severity
  /** Whether it knows English words only. */
  readonly readsEnglish: boolean
  readonly checkQuestion?: (question: LintedQuestion) => readonly Found[]
  readonly checkSkill?: (skill: LintedSkill) => readonly Found[]
}

export function advice(text: string): LintSuggestion {
  return { text, change: null }
}

/** One value that settles it. */
export function rewording(path: string, value: string): LintSuggestion {
  return { text: `Say instead: “${value}”`, change: { path, value } }
}
