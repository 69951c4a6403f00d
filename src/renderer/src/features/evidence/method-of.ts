import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'

const shares = 'weighted shares with Korn–Graubard intervals'
const means = 'weighted means with Taylor-linearised intervals'

/**
 * How the numbers of a question came about, in a line under its chart.
 *
 * @param shown  what the chart shows, of which some may bear marks that are explained
 */
export function methodOf(
  { type }: Pick<QuestionEvidence, 'type'>,
  shown: readonly Estimate[] = [],
): string {
  return [
    `95 % intervals: ${estimatesOf(type)}.`,
    'Personas are the sampling units, cohorts the strata, every segment a domain of that design.',
    ...marksIn(shown),
  ].join(' ')
}

/** A cautious interval that reaches no further lies under the ordinary one. */
function isThinLineSeen({ cautious, lower, upper, size }: Estimate): boolean {
  if (cautious === undefined || size === 'suppressed') return false
  return lower === null || upper === null || cautious.lower < lower || cautious.upper > upper
}

/** What the marks stand for that some estimates bear, a sentence for each. */
export function marksIn(shown: readonly Estimate[]): string[] {
  const has = (test: (estimate: Estimate) => boolean, sentence: string) =>
    shown.some(test) ? [sentence] : []
  return [
    ...has(
      isThinLineSeen,
      'Thin dashed lines are cautious intervals, where few personas carry a number.',
    ),
    ...has(
      ({ size }) => size === 'small',
      '◦\u00a0Under 30 effective answers: do not act on it alone.',
    ),
    ...has(({ size }) => size === 'suppressed', 'Too few: under 5 personas, not shown.'),
  ]
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
