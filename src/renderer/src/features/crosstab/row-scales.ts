import type { Crosstab } from '../../../../shared/contract/crosstab.ts'
import type { Estimate } from '../../../../shared/contract/evidence.ts'
import { meanScale, shareScale, type Scale } from '../evidence/domains.ts'

/** Where a row's numbers lie; shares start at 0, means around what was found. */
export type RowScale = Scale

/** Shares of one table are read on one scale, mean and quartiles on another, other means on their own. */
export function rowScales({ rows }: Crosstab): RowScale[] {
  const estimates = ({ total, cells }: Crosstab['rows'][number]) => [
    ...(total ? [total.estimate] : []),
    ...cells.map(({ estimate }) => estimate),
  ]
  const shares = shareScale(rows.filter(({ isShare }) => isShare).flatMap(estimates))
  const isSpread = rows.some(({ kind }) => kind === 'quantile')
  const numbers = meanScale(rows.filter(({ isShare }) => !isShare).flatMap(estimates))
  return rows.map((row) => (row.isShare ? shares : isSpread ? numbers : meanScale(estimates(row))))
}

/** How strongly a cell is shaded, 0–1: never so that its text could not be read. */
export function shadeOf({ from, to }: RowScale, { estimate }: Estimate): number {
  if (estimate === null) return 0
  return Math.max(0, Math.min(1, (estimate - from) / (to - from || 1)))
}
