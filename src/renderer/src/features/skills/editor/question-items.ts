import type { Question } from '../../../../../shared/contract/questions.ts'

const LONGEST = 60

/** Questions for a pick list: the id, and the beginning of what is asked. */
export function questionItems(questions: readonly Question[]): { value: string; label: string }[] {
  return questions.map(({ id, text }) => {
    const words = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
    return { value: id, label: words ? `${id} · ${words}` : id }
  })
}
