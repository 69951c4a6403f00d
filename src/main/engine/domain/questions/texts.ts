import type { Question } from '../../../../shared/contract/questions.ts'
import { kindOf } from './kinds/index.ts'

/** The question with its text, options, labels and whatever else is read replaced. */
export function mapTexts<Q extends Question>(question: Q, map: (text: string) => string): Q {
  return { ...(kindOf(question).mapTexts(question, map) as Q), text: map(question.text) }
}

/** Everything of a question that is read, its text first. */
export function textsOf(question: Question): string[] {
  const texts: string[] = []
  const collect = (text: string) => {
    texts.push(text)
    return text
  }
  kindOf(question).mapTexts(question, collect)
  return [question.text, ...texts]
}

const known = new WeakMap<Question, boolean>()

/** Whether anything of it is filled in by a condition or an answer. Kept: it is asked of each answer. */
export function hasBlanks(question: Question): boolean {
  const before = known.get(question)
  if (before !== undefined) return before
  const found = textsOf(question).some((text) => text.includes('{{'))
  known.set(question, found)
  return found
}
