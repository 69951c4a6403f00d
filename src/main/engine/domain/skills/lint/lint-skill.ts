import type { LintFinding, LintSkillRequest } from '../../../../../shared/contract/skill-lint.ts'
import { textAt } from '../../../../../shared/text-at.ts'
import { readSkill, type LintedQuestion, type LintedSkill } from './linted-skill.ts'
import type { Found, Rule } from './rule.ts'
import { rules } from './rules.ts'

/** What may spoil the answers to a skill, complete or not, in the order of its body. */
export function lintSkill(body: LintSkillRequest): LintFinding[] {
  const skill = readSkill(body)
  const found = [
    ...rules.flatMap((rule) => ofSkill(rule, skill)),
    ...skill.questions.flatMap((question) => rules.flatMap((rule) => ofQuestion(rule, question))),
  ]
  return found.map((finding) => ({ ...finding, dismissed: reasonFor(body, finding) }))
}

type Undecided = Omit<LintFinding, 'dismissed'>

/** Of the same rule about the same question, said of the text as it is now. */
function reasonFor(body: LintSkillRequest, { rule, questionId, path }: Undecided): string | null {
  const text = textAt(body, path)
  const dismissal = body.dismissals?.find(
    (one) => one.rule === rule && one.questionId === questionId && one.text === text,
  )
  return dismissal?.reason ?? null
}

function ofSkill(rule: Rule, skill: LintedSkill): Undecided[] {
  return (rule.checkSkill?.(skill) ?? []).map((found) => toFinding(rule, null, found))
}

function ofQuestion(rule: Rule, question: LintedQuestion): Undecided[] {
  if (!rule.checkQuestion || (rule.readsEnglish && !question.isEnglish)) return []
  return rule.checkQuestion(question).map((found) => toFinding(rule, question.id, found))
}

function toFinding(rule: Rule, questionId: string | null, found: Found): Undecided {
  const { path, span, explanation, suggestion } = found
  const severity = found.severity ?? rule.severity
  return { rule: rule.rule, severity, questionId, path, span, explanation, suggestion }
}
