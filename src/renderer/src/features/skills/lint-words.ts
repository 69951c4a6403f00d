import type { Severity } from '../../../../shared/contract/consistency.ts'
import type { LintFinding, LintRule } from '../../../../shared/contract/skill-lint.ts'

export const ruleNames: Record<LintRule, string> = {
  leading: 'Leading',
  loaded: 'Loaded wording',
  'double-barrelled': 'Two questions in one',
  'several-objectives': 'Several objectives',
  'unbalanced-scale': 'Unbalanced scale',
  'missing-dont-know': 'No “don’t know”',
  'reading-level': 'Hard to read',
  'long-context': 'Too long',
  'double-negative': 'Negated twice',
  'vague-quantifier': 'Vague amount',
  'absolute-term': 'No exception allowed',
  'range-overlap': 'Ranges overlap',
  'range-gap': 'Gap between ranges',
  'unlabelled-variable': 'Left to fill in',
}

/** Shape beside colour. */
export const severityMarks: Record<
  Severity,
  { glyph: string; tone: 'quiet' | 'warn' | 'bad'; words: [one: string, many: string] }
> = {
  error: { glyph: '■', tone: 'bad', words: ['error', 'errors'] },
  warning: { glyph: '△', tone: 'warn', words: ['warning', 'warnings'] },
  info: { glyph: '○', tone: 'quiet', words: ['note', 'notes'] },
}

/** "1 error, 2 warnings", worst first. */
export function countWords(findings: readonly LintFinding[]): string {
  return (['error', 'warning', 'info'] as const)
    .flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length
      return count === 0 ? [] : [`${count} ${severityMarks[severity].words[count === 1 ? 0 : 1]}`]
    })
    .join(', ')
}

/** Those about a value of the body or one below it. */
export function findingsAt(findings: readonly LintFinding[], path: string): LintFinding[] {
  return findings.filter((one) => one.path === path || one.path.startsWith(`${path}.`))
}
