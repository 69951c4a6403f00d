import type { Question } from '../../../../shared/contract/questions.ts'
import type { Answer } from '../../../../shared/contract/runs.ts'
import type { StudyDesign } from '../../../../shared/contract/studies.ts'
import { kindOf } from '../questions/kinds/index.ts'

type Given = ReadonlyMap<string, Pick<Answer, 'value'>>

/** What fills a question's variables: the condition, and answers given before it. */
export function valuesFor(
  questions: readonly Question[],
  variables: Readonly<Record<string, string>>,
  given: Given,
): Readonly<Record<string, string>> {
  const answers = questions.map((question) => {
    const value = given.get(question.id)?.value ?? null
    const words = value === null ? '(no answer)' : kindOf(question).inWords(question, value)
    return [`answers.${question.id}`, words] as const
  })
  return { ...Object.fromEntries(answers), ...variables }
}

/** What a condition fills in, by the variable's name. */
export function variablesIn(
  { conditions }: Pick<StudyDesign, 'conditions'>,
  condition: string | null,
): Readonly<Record<string, string>> {
  return conditions.find(({ id }) => id === condition)?.variables ?? {}
}
