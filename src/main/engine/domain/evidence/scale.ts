import type { MeasureScale } from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import { readable } from '../questions/readable.ts'

/** What an answer that is a number, or each number of a matrix, lies between; null for other answers. */
export function answerRange(question: Question): readonly [least: number, most: number] | null {
  switch (question.type) {
    case 'likert':
    case 'matrix':
      return [1, question.labels.length]
    case 'nps':
      return [0, 10]
    case 'numeric':
      return [question.min, question.max]
    default:
      return null
  }
}

/** What all measures of a question lie on; null where there is none, or fields of all kinds. */
export function scaleOf(question: Question): MeasureScale | null {
  switch (question.type) {
    case 'nps':
      return scale(-100, 100)
    case 'rank':
      return { ...scale(1, question.options.length, ['first', 'last']), best: 'low' }
    case 'allocation':
      return { ...scale(0, question.total), unit: question.unit ?? null, best: 'high' }
    case 'matrix': {
      const { labels } = question
      return scale(1, labels.length, [readable(labels[0]!), readable(labels.at(-1)!)])
    }
    case 'maxdiff':
      return { ...scale(-1, 1, ['always worst', 'always best']), best: 'high' }
    case 'conjoint':
      return scale(0, 1)
    case 'price':
      return { ...scale(0, 1), unit: readable(question.currency) }
    default:
      return null
  }
}

/** What the measures of a question are, for the head of a picture; null without any. */
export function measureTitleOf(question: Question): string | null {
  switch (question.type) {
    case 'nps':
      return 'Net promoter score, −100 to 100'
    case 'rank':
      return `Mean place, 1 first to ${question.options.length} last`
    case 'allocation':
      return `Mean part of ${question.total}${question.unit ? ` ${question.unit}` : ''}`
    case 'matrix': {
      const { lowest, highest, to } = scaleOf(question)!
      return `Mean, 1 ${lowest} to ${to} ${highest}`
    }
    case 'maxdiff':
      return 'Times best less times worst, by times shown'
    case 'conjoint':
      return 'Share chosen of the offers shown with it'
    case 'price':
      return `Share that would pay, by price in ${readable(question.currency)}`
    case 'json':
      return 'Fields of the answer'
    default:
      return null
  }
}

function scale(
  from: number,
  to: number,
  [lowest, highest]: readonly [string, string] | readonly [null, null] = [null, null],
): MeasureScale {
  return { from, to, lowest, highest, unit: null, best: null }
}
