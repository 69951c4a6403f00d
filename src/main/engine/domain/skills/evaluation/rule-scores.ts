import { z } from 'zod'
import type { AnswerDetail } from '../../../../../shared/contract/runs.ts'
import { RuleScore } from '../../../../../shared/contract/skill-evaluation.ts'

const Scored = z.looseObject({ scores: z.array(RuleScore) })

/** What the skill's rules made of an answer, in their order; none where no rule is about it. */
export function ruleScores(detail: AnswerDetail | undefined): RuleScore[] {
  return Scored.safeParse(detail).data?.scores ?? []
}

/**
 * How an answer came about, without what was made of it afterwards, and without cosines, which
 * older answers do not have; null where nothing is left.
 */
export function withoutScores(detail: AnswerDetail | undefined): AnswerDetail | null {
  if (!detail) return null
  const { scores: _, cosines: __, ...rest } = detail
  return Object.keys(rest).length === 0 ? null : rest
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
