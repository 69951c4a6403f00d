import type { DetectableDifference } from '../../../../shared/contract/study-planning.ts'
import { decimalsFor, formatNumber } from '../../lib/format.ts'

/** The smallest difference in its unit: points of a share, units of the answer, or SDs. */
export function amountOf({
  measure,
  smallestDifference,
  standardised,
}: DetectableDifference): string {
  if (smallestDifference === null)
    return standardised === null ? 'none' : `${formatNumber(standardised, 2)} SD`
  return measure === 'share'
    ? `${formatNumber(smallestDifference * 100, 1)} points`
    : formatNumber(smallestDifference, decimalsFor(smallestDifference))
}
