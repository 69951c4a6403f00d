import type { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import { measuresOf } from '../../evidence/measures.ts'

/**
 * What of an answer is compared: most questions have one part, a matrix one a row. `nominal` has
 * codes without order, `scale` points whose distance means something, `ranked` numbers of which only
 * the order is used. `range`: of a scale, largest less smallest.
 */
export type AnswerPart = {
  readonly kind: 'nominal' | 'scale' | 'ranked'
  readonly range: number
  /** NaN where the answer says nothing of it. */
  valueOf(answer: AnswerValue): number
}

/** None for open answers and JSON: they have no values in common. */
export function partsOf(question: Question): readonly AnswerPart[] {
  switch (question.type) {
    case 'single':
      return [nominal((answer) => question.options.indexOf(answer as string))]
    case 'yesno':
      return [nominal((answer) => Number(answer === 'yes'))]
    case 'numeric':
      return [{ kind: 'ranked', range: question.max - question.min, valueOf: Number }]
    case 'nps':
      return [{ kind: 'scale', range: 10, valueOf: Number }]
    case 'price':
      // Nobody who buys at no price is nearer to the lowest one than to none: order is all there is.
      return [{ kind: 'ranked', range: question.prices.length, valueOf: stepOf(question.prices) }]
    default:
      return measuresOf(question).map(({ valueOf }) => ({
        kind: 'scale',
        range: rangeOf(question),
        valueOf,
      }))
  }
}

function nominal(code: (answer: AnswerValue) => number): AnswerPart {
  const valueOf = (answer: AnswerValue) => {
    const found = code(answer)
    return found < 0 ? Number.NaN : found
  }
  return { kind: 'nominal', range: 1, valueOf }
}

function stepOf(prices: readonly number[]): AnswerPart['valueOf'] {
  return (answer) => {
    const { highest } = answer as unknown as { highest: number | null }
    return highest === null ? 0 : prices.filter((price) => price <= highest).length
  }
}

function rangeOf(question: Question): number {
  switch (question.type) {
    case 'likert':
    case 'matrix':
      return question.labels.length - 1
    case 'rank':
      return Math.max(1, question.options.length - 1)
    case 'allocation':
      return question.total
    case 'maxdiff':
      // Best at every showing against worst at every showing.
      return 2
    default:
      return 1
  }
}
