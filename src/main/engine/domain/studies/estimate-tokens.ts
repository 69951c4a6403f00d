import type { Question, QuestionType } from '../../../../shared/contract/skills.ts'

/**
 * Output tokens a typical answer takes, for the estimate before a first run: a closed answer is an
 * option with a few words around it, an open one a short paragraph.
 */
const typicalTokens: Record<QuestionType, number> = {
  open: 120,
  single: 20,
  likert: 20,
  numeric: 15,
}

/** Output tokens one task is expected to take. */
export function estimateTaskTokens(questions: readonly Question[]): number {
  return questions.reduce((sum, question) => sum + typicalTokens[question.type], 0)
}
