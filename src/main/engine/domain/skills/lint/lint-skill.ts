import type { LintFinding, LintSkillRequest } from '../../../../../shared/contract/skill-lint.ts'
import { readSkill, type LintedQuestion, type LintedSkill } from './linted-skill.ts'
import type { Found, Rule } from './rule.ts'
import { rules } from './rules.ts'

/** What may spoil the answers to a skill, complete or not, in the order of its body. */
export function lintSkill(body: LintSkillRequest): LintFinding[] {
  const skill = readSkill(body)
  return [
    ...rules.flatMap((rule) => ofSkill(rule, skill)),
    ...skill.questions.flatMap((question) => rules.flatMap((rule) => ofQuestion(rule, question))),
  ]
}

function ofSkill(rule: Rule, skill: LintedSkill): LintFinding[] {
  return (rule.checkSkill?.(skill) ?? []).map((found) => toFinding(rule, null, found))
}

function ofQuestion(rule: Rule, question: LintedQuestion): LintFinding[] {
  if (!rule.checkQuestion || (rule.readsEnglish && !question.isEnglish)) return []
  return rule.checkQuestion(question).map((found) => toFinding(rule, question.id, found))
}

function toFinding(rule: Rule, questionId: string | null, found: Found): LintFinding {
  const { path, span, explanation, suggestion } = found
  const severity = found.severity ?? rule.severity
  return { rule: rule.rule, severity, questionId, path, span, explanation, suggestion }
}
