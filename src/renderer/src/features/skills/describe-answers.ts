import type { Question } from '../../../../shared/contract/skills.ts'
import { formatNumber } from '../../lib/format.ts'

/** `path` is below the question's; `name` is what the list is called on screen. */
export type AnswerList = { readonly path: string; readonly name: string; readonly texts: string[] }

const listNames: Readonly<Record<string, string>> = {
  rows: 'Rows',
  options: 'Options',
  labels: 'Scale',
  prices: 'Prices',
}
/** Types that are answered in one way only. */
const fixedAnswers: Readonly<Record<string, string>> = {
  open: 'In their own words',
  yesno: 'Yes or no',
  nps: '0 to 10',
}

/** What a question is answered with: options, a scale, rows, levels of attributes. */
export function answerLists(question: Question): AnswerList[] {
  const fields = new Map<string, unknown>(Object.entries(question))
  const lists = Object.entries(listNames).flatMap(([path, name]) => {
    const value = fields.get(path)
    return Array.isArray(value) ? [{ path, name, texts: value.map(String) }] : []
  })
  return [...lists, ...levelsOf(fields.get('attributes'))]
}

function levelsOf(attributes: unknown): AnswerList[] {
  if (!Array.isArray(attributes)) return []
  return attributes.map((attribute: { name: string; levels: string[] }, i) => ({
    path: `attributes.${i}.levels`,
    name: attribute.name,
    texts: attribute.levels,
  }))
}

/** How it is answered where no list says so. */
export function describeAnswers(question: Question): string {
  const parts = [
    fixedAnswers[question.type] ?? '',
    question.type === 'numeric'
      ? `${formatNumber(question.min)} to ${formatNumber(question.max)} ${question.unit ?? ''}`.trim()
      : '',
    question.allowDontKnow ? '“don’t know” offered' : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
