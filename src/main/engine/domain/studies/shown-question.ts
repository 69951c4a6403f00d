import type { Question } from '../../../../shared/contract/questions.ts'
import type { Answer } from '../../../../shared/contract/runs.ts'
import type { StudyDesign } from '../../../../shared/contract/studies.ts'
import { validInWords } from '../questions/answer-in-words.ts'
import { fillQuestion } from './fill-question.ts'

type Given = ReadonlyMap<string, Pick<Answer, 'value'>>

/**
 * What fills a question's variables: the condition, and answers given before it, these in words that
 * are filled in themselves.
 */
export function valuesFor(
  questions: readonly Question[],
  variables: Readonly<Record<string, string>>,
  given: Given,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = { ...variables }
  for (const question of questions) {
    const key = `answers.${question.id}`
    if (Object.hasOwn(variables, key)) continue
    const value = given.get(question.id)?.value ?? null
    values[key] =
      value === null ? '(no answer)' : validInWords(question, fillQuestion(question, values), value)
  }
  return values
}

/** What a condition fills in, by the variable's name. */
export function variablesIn(
  { conditions }: Pick<StudyDesign, 'conditions'>,
  condition: string | null,
): Readonly<Record<string, string>> {
  return conditions.find(({ id }) => id === condition)?.variables ?? {}
}
