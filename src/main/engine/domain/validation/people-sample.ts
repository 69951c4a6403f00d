import { effectiveSampleSize } from '../weighting/kish.ts'
import type { CategorySample } from './category-sample.ts'
import { NO_CODE } from './persona-sample.ts'

/** People who answered: a row each, or per count, which then is the weight. */
export type PeopleRows = {
  readonly weights: Float64Array
  /** Rows are counts of people, whose sum is their number. */
  readonly areCounts: boolean
  /** Stated by the publisher; null: Kish's. */
  readonly designEffect: number | null
}

/**
 * Answers of people as shares with the independent people they are worth; null where nobody answered.
 *
 * @param codes  category or `NO_CODE`: shape [rows]
 */
export function peopleSample(
  { weights, areCounts, designEffect }: PeopleRows,
  codes: Int16Array,
  { categories, within }: { categories: number; within?: Uint8Array },
): CategorySample | null {
  const totals = new Float64Array(categories)
  const counted: number[] = []
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    if (code === NO_CODE || (within && within[row] !== 1)) continue
    totals[code]! += weights[row]!
    counted.push(weights[row]!)
  }
  const sum = totals.reduce((a, b) => a + b, 0)
  if (sum <= 0) return null
  const plain = areCounts ? sum : counted.length
  const kish = areCounts ? sum : effectiveSampleSize(Float64Array.from(counted))
  return {
    shares: Array.from(totals, (total) => total / sum),
    n: designEffect === null ? kish : plain / designEffect,
  }
}
