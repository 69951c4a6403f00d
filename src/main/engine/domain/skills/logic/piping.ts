import type { Question } from '../../../../../shared/contract/questions.ts'
import { textsOf } from '../../questions/texts.ts'

const piped = /\{\{\s*answers\.([A-Za-z][A-Za-z0-9_-]*)\s*\}\}/g

/** Ids of the questions whose answers a question repeats as `{{answers.id}}`. */
export function pipedIds(question: Question): string[] {
  const found = textsOf(question).flatMap((text) => [...text.matchAll(piped)])
  return [...new Set(found.map((match) => match[1]!))]
}
