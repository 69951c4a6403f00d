import { answerCount, type Question } from '../../../../../../shared/contract/questions.ts'

/** The answers that a closed question of one answer offers, as they read; none for the other types. */
export function answerNames(question: Question): string[] {
  switch (question.type) {
    case 'single':
      return question.options
    case 'likert':
      return question.labels
    case 'yesno':
      return ['Yes', 'No']
    case 'nps':
      return Array.from({ length: answerCount(question)! }, (_, point) => String(point))
    default:
      return []
  }
}
