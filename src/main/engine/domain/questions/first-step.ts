import type { Question } from '../../../../shared/contract/questions.ts'
import { askQuestion } from './ask-question.ts'
import type { Draw } from './question-kind.ts'
import type { Reading } from './reading.ts'

/** Reads an answer to the first, mostly only, prompt of a question. */
export function parseAnswer(question: Question, text: string): Reading {
  return firstStep(question).read(text)
}

/** The first, mostly only, prompt of a question as a persona gets it. */
export function renderQuestion(question: Question): string {
  return firstStep(question).prompt
}

function firstStep(question: Question) {
  const { value } = askQuestion(question, asWritten).next()
  if (!('read' in value)) throw new TypeError('A question asks at least once')
  return value
}

const asWritten: Draw = { shuffle: (items) => [...items], uniform: () => 0.5 }
