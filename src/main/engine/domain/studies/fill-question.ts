import type { Question, SkillBody } from '../../../../shared/contract/skills.ts'
import { shuffle, type DrawPart } from '../random.ts'

const variable = /\{\{\s*([^{}]+?)\s*\}\}/g

/** Names of the `{{name}}` variables of a skill, each once, in the order they are met. */
export function variablesOf(skill: Pick<SkillBody, 'instructions' | 'questions'>): string[] {
  const texts = [skill.instructions, ...skill.questions.flatMap(textsOf)]
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(variable)].map((match) => match[1]!))),
  ]
}

/** The text with its variables replaced. One that has no value stays as it is written. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(variable, (written, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : written,
  )
}

/** The question with the variables of its text, options and labels replaced. */
export function fillQuestion(
  question: Question,
  values: Readonly<Record<string, string>>,
): Question {
  const text = fillText(question.text, values)
  switch (question.type) {
    case 'single':
      return { ...question, text, options: question.options.map((it) => fillText(it, values)) }
    case 'likert':
      return { ...question, text, labels: question.labels.map((it) => fillText(it, values)) }
    case 'open':
    case 'numeric':
      return { ...question, text }
  }
}

/** The question as one task shows it: options in a drawn order where the skill asks for that. */
export function orderOptions(question: Question, ...parts: DrawPart[]): Question {
  if (question.type !== 'single' || !question.rotateOptions) return question
  return { ...question, options: shuffle(question.options, ...parts) }
}

function textsOf(question: Question): string[] {
  switch (question.type) {
    case 'single':
      return [question.text, ...question.options]
    case 'likert':
      return [question.text, ...question.labels]
    case 'open':
    case 'numeric':
      return [question.text]
  }
}
