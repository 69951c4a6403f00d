import type { Question } from '../../../../../../shared/contract/questions.ts'

export type FieldsProps<Kind extends Question> = {
  question: Kind
  onChange: (question: Question) => void
}
