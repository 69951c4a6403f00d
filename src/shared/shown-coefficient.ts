import type { Coefficient, Regression } from './contract/regression.ts'

/** A coefficient with the interval and p that are to be shown first. */
export function shownCoefficient(
  coefficient: Coefficient,
  errors: Regression['errors'],
): Coefficient {
  const { corrected, estimate } = coefficient
  if (errors === 'design' || corrected === null) return coefficient
  const { standardError, lower, upper, p, oddsRatio } = corrected
  return { ...coefficient, estimate: { ...estimate, standardError, lower, upper }, p, oddsRatio }
}
