import type { Question } from '../../../../shared/contract/skills.ts'
import { formatNumber } from '../../lib/format.ts'

export type AnswerList = { readonly path: string; readonly name: string; readonly texts: string[] }

/** The lists of words of a question: options, a scale, rows. `path` is below the question's. */
export function answerLists(question: Question): AnswerList[] {
  return Object.entries(question).flatMap(([name, value]: [string, unknown]) =>
    ['options', 'labels', 'rows'].includes(name) && Array.isArray(value)
      ? [{ path: name, name, texts: value.map(String) }]
      : [],
  )
}

/** How it is answered where no list says so. */
export function describeAnswers(question: Question): string {
  const parts = [
    question.type === 'open' ? 'In their own words' : '',
    question.type === 'numeric'
      ? `${formatNumber(question.min)} to ${formatNumber(question.max)} ${question.unit ?? ''}`.trim()
      : '',
    question.allowDontKnow ? '“don’t know” offered' : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
