import type { Question } from '../../../../shared/contract/questions.ts'
import { measuredValues, numericValues, type Answers } from '../evidence/answer-vectors.ts'
import { measuresOf } from '../evidence/measures.ts'
import { answerTexts, valueAt } from '../questions/ask-question.ts'
import { readable } from '../questions/readable.ts'
import type { CategoryVariable, Fault, NumberVariable } from './variables.ts'

const SHOWN_LENGTH = 60

export type QuestionVariable = (NumberVariable | CategoryVariable) & {
  /** Whether a number is 0 or 1 for what holds or not. */
  readonly isShare: boolean
}

/**
 * What an answer is in a model: the number of a scale, the category of a choice, or one measure of
 * an answer of several parts.
 *
 * @param measure  as `measuresOf` names them: an option, a row, `nps`
 */
export function questionVariable(
  question: Question,
  answers: Answers,
  measure: string | undefined,
): QuestionVariable | Fault {
  const measures = measuresOf(question)
  if (measures.length === 0)
    return { path: ['questionId'], message: 'is an open question: it has no number to model' }
  const text = `“${shortened(readable(question.text))}”`
  if (measure !== undefined) {
    const found = measures.find(({ name }) => name === measure)
    if (!found) return { path: ['measure'], message: `is none of ${listed(measures)}` }
    const label = measures.length === 1 ? text : `“${readable(found.label)}” of ${text}`
    const values = measuredValues(answers, found)
    return {
      ...numberVariable(`${question.id}/${measure}`, label, { values, unit: null }),
      isShare:
        found.isShare && values.every((value) => Number.isNaN(value) || value === 0 || value === 1),
    }
  }
  switch (question.type) {
    case 'likert':
    case 'numeric':
    case 'nps': {
      const numbers = numericValues(answers)
      const values = numbers.map((value, row) => (answers[row]?.status === 'valid' ? value : NaN))
      const unit = question.type === 'numeric' ? (question.unit ?? null) : 'points'
      return { ...numberVariable(question.id, text, { values, unit }), isShare: false }
    }
    case 'single':
    case 'yesno':
      return { ...choiceVariable(question, answers, text), isShare: false }
    default:
      return { path: ['measure'], message: `is needed: one of ${listed(measures)}` }
  }
}

function numberVariable(
  name: string,
  label: string,
  { values, unit }: Pick<NumberVariable, 'values' | 'unit'>,
): NumberVariable {
  return { kind: 'number', name, label, values, per: 1, unit }
}

function choiceVariable(question: Question, answers: Answers, label: string): CategoryVariable {
  const texts = answerTexts(question)
  const values = texts.map((_, i) => String(valueAt(question, i)))
  const index = new Map(values.map((value, i) => [value, i]))
  return {
    kind: 'category',
    name: question.id,
    label,
    levels: values.map((value, i) => ({ value, label: readable(texts[i]!) })),
    levelOf: Int32Array.from(answers, (answer) =>
      answer?.status === 'valid' ? (index.get(String(answer.value)) ?? -1) : -1,
    ),
    reference: undefined,
    defaultsTo: 'most frequent',
  }
}

function listed(measures: readonly { name: string }[]): string {
  return measures.map(({ name }) => `"${name}"`).join(', ')
}

function shortened(text: string): string {
  return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH - 1).trimEnd()}…`
}
