import type { ItemStatistics } from '../../../../shared/contract/scales.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { influenceOfMean } from '../statistics/mean.ts'
import { weightedVariance } from '../statistics/distribution.ts'
import { alphaIfDropped, correlationsOf, itemRestCorrelations } from '../statistics/scale/alpha.ts'
import { minresFactor } from '../statistics/scale/minres.ts'
import type { Moments } from '../statistics/scale/moments.ts'
import { hasTooFew, zeroed } from '../evidence/estimates.ts'
import type { KeyedItem } from './read-items.ts'

/** @param values  the items on one range: shape [items][rows] */
export function itemStatistics(
  design: SurveyDesign,
  items: readonly KeyedItem[],
  values: readonly Float64Array[],
  { covariance }: Moments,
): ItemStatistics[] {
  const rest = itemRestCorrelations(covariance)
  const dropped = alphaIfDropped(covariance)
  const factor = minresFactor(correlationsOf(covariance))
  return items.map(({ questionId, row, label, reverse }, i) => {
    const answered = Uint8Array.from(values[i]!, (value) => (Number.isNaN(value) ? 0 : 1))
    const known = zeroed(values[i]!)
    const own = (value: number) => (hasTooFew(design, answered) ? null : finite(value))
    const loading = factor?.loadings[i] ?? Number.NaN
    // Of two items neither is the one that runs the other way: the later one is taken.
    const against = factor ? loading < 0 : i === 1 && rest[i]! < 0
    return {
      questionId,
      row,
      label,
      reverse,
      n: answered.reduce((sum, one) => sum + one, 0),
      mean: own(influenceOfMean(design, known, answered).estimate),
      sd: own(Math.sqrt(weightedVariance(design, known, answered))),
      itemRest: finite(rest[i]!),
      alphaIfDropped: finite(dropped[i]!),
      loading: finite(loading),
      suggestion: against ? 'reverse' : null,
    }
  })
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
