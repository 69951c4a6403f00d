import { neighbours, rangesOf, type RangedOption } from './compare-ranges.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, type Found, type Rule } from './rule.ts'

/** Where two options fit, which one is taken is chance. */
export const rangeOverlap: Rule = {
  rule: 'range-overlap',
  severity: 'error',
  readsEnglish: false,
  checkQuestion,
}

function checkQuestion(question: LintedQuestion): Found[] {
  const ranges = rangesOf(question)
  if (!ranges) return []
  return neighbours(ranges)
    .filter(([lower, upper]) => overlap(lower, upper))
    .map(([lower, upper]) => ({
      path: upper.at.path,
      span: null,
      explanation: `“${lower.at.text}” and “${upper.at.text}” share a value: who has it fits both.`,
      suggestion: advice('Let each option begin one step after the one before ends.'),
    }))
}

function overlap(lower: RangedOption, upper: RangedOption): boolean {
  if (upper.low < lower.high) return true
  return upper.low === lower.high && !upper.excludesLow && !lower.excludesHigh
}
