import type { MeasureScale } from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import { readable } from '../questions/readable.ts'

/** What all measures of a question lie on; null where there is none, or fields of all kinds. */
export function scaleOf(question: Question): MeasureScale | null {
  switch (question.type) {
    case 'nps':
      return scale(-100, 100)
    case 'rank':
      return scale(1, question.options.length, ['first', 'last'])
    case 'allocation':
      return { ...scale(0, question.total), unit: question.unit ?? null }
    case 'matrix': {
      const { labels } = question
      return scale(1, labels.length, [readable(labels[0]!), readable(labels.at(-1)!)])
    }
    case 'maxdiff':
      return scale(-1, 1, ['always worst', 'always best'])
    case 'conjoint':
      return scale(0, 1)
    case 'price':
      return { ...scale(0, 1), unit: readable(question.currency) }
    default:
      return null
  }
}

function scale(
  from: number,
  to: number,
  [lowest, highest]: readonly [string, string] | readonly [null, null] = [null, null],
): MeasureScale {
  return { from, to, lowest, highest, unit: null }
}
