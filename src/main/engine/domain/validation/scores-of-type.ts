import type { QuestionType } from '../../../../shared/contract/questions.ts'

/** Scores of a question's answers in their order; null where they have none. */
export function scoresOfType(type: QuestionType | null, categories: number): number[] | null {
  const places = Array.from({ length: categories }, (_, k) => k)
  if (type === 'nps') return places
  return type === 'likert' ? places.map((place) => place + 1) : null
}
