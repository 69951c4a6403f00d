import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { QuestionKind } from '../question-kind.ts'
import { invalid, valid, type Reading } from '../reading.ts'
import { readParts } from '../read-parts.ts'
import { orderedOptions } from './ordered-options.ts'

type Allocation = QuestionOf<'allocation'>

export const allocation: QuestionKind<Allocation> = {
  mapTexts: (question, map) => ({ ...question, options: question.options.map(map) }),
  names: ({ options }) => options,
  ordered: orderedOptions,
  choices: ({ options }) => options.map((option) => `- ${option}`),
  form: ({ total, unit }) =>
    `a number for each option as "option: number", with semicolons between them, that together make ${total}${unit ? ` ${unit}` : ''}`,
  read: readAllocation,
  inWords: (_, value) =>
    Object.entries(value as Record<string, number>)
      .map(([option, part]) => `${part} to ${option}`)
      .join(', '),
  extent: 'list',
  typicalTokens: 40,
}

function readAllocation({ options, total }: Allocation, said: string): Reading {
  const parts = readParts(options, said)
  if ('status' in parts) return parts
  const sum = parts.amounts.reduce((all, part) => all + part, 0)
  if (Math.abs(sum - total) > 1e-6 * total)
    return invalid(`the numbers make ${Number(sum.toFixed(6))}, not ${total}`)
  return valid(Object.fromEntries(options.map((option, i) => [option, parts.amounts[i]!])))
}
