import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { hasCautious } from './estimate-table.tsx'

const shares = 'weighted shares with Korn–Graubard intervals'
const means = 'weighted means with Taylor-linearised intervals'

/** How the numbers of a question came about, in a line under its chart. */
export function methodOf(question: QuestionEvidence): string {
  return methodOfType(question.type, hasCautious(question))
}

/** @param isThin  whether cautious intervals are drawn */
export function methodOfType(type: QuestionEvidence['type'], isThin: boolean): string {
  const thin = isThin
    ? ' Thin dashed lines are cautious intervals, where few personas carry a number.'
    : ''
  return `95 % intervals: ${estimatesOf(type)}.${thin} Personas are the sampling units, cohorts the strata, every segment a domain of that design.`
}

function estimatesOf(type: QuestionEvidence['type']): string {
  switch (type) {
    case 'single':
    case 'multi':
    case 'yesno':
    case 'price':
      return shares
    case 'open':
      return `themes by clustering the answers; ${shares}`
    case 'likert':
    case 'nps':
      return `${means}; ${shares}`
    case 'numeric':
      return `${means}; quantiles on the logit scale of the distribution`
    default:
      return means
  }
}
