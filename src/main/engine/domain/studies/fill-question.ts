import type { Question } from '../../../../shared/contract/questions.ts'
import type { SkillBody } from '../../../../shared/contract/skills.ts'
import { hasBlanks, mapTexts, textsOf } from '../questions/texts.ts'

const variable = /\{\{\s*([^{}]+?)\s*\}\}/g
/** `{{answers.id}}` is filled by an earlier answer, not by a condition. */
const ANSWERS = 'answers.'

/** Names of the `{{name}}` variables that conditions fill, each once, in the order they are met. */
export function variablesOf(skill: Pick<SkillBody, 'instructions' | 'questions'>): string[] {
  const texts = [skill.instructions, ...skill.questions.flatMap(textsOf)]
  const names = texts.flatMap((text) => [...text.matchAll(variable)].map((match) => match[1]!))
  return [...new Set(names.filter((name) => !name.startsWith(ANSWERS)))]
}

/** The text with its variables replaced. One that has no value stays as it is written. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(variable, (written, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : written,
  )
}

/** The question with the variables of its text, options and labels replaced. */
export function fillQuestion<Q extends Question>(
  question: Q,
  values: Readonly<Record<string, string>>,
): Q {
  return hasBlanks(question) ? mapTexts(question, (text) => fillText(text, values)) : question
}
