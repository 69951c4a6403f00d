/** What an address names a question by. */
export function anchorOf(questionId: string): string {
  return `question-${questionId}`
}
