import type { Domain, SurveyDesign } from './design.ts'

export type Distribution = {
  /** Rows per category: shape [categories]. */
  readonly counts: Int32Array
  /** Σw per category: shape [categories]. */
  readonly weighted: Float64Array
  /** Weighted share per category, sums to 1 (NaN for an empty domain): shape [categories]. */
  readonly shares: Float64Array
}

/**
 * Weighted distribution of a domain over categories.
 *
 * @param categoryOf  0 … categories − 1 inside the domain, shape [rows]; not read outside
 */
export function distributionOf(
  { weight }: SurveyDesign,
  categoryOf: Int32Array,
  categories: number,
  domain: Domain,
): Distribution {
  const counts = new Int32Array(categories)
  const weighted = new Float64Array(categories)
  let total = 0
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row]) continue
    const category = categoryOf[row]!
    if (category < 0 || category >= categories)
      throw new RangeError(`Row ${row} has category ${category}, outside 0 to ${categories - 1}`)
    counts[category]! += 1
    weighted[category]! += weight[row]!
    total += weight[row]!
  }
  return { counts, weighted, shares: weighted.map((sum) => sum / total) }
}

/** Weighted variance with the n / (n − 1) of R's `svyvar`; NaN under two rows with a weight. */
export function weightedVariance(
  { weight }: SurveyDesign,
  values: Float64Array,
  domain: Domain,
): number {
  let n = 0
  let total = 0
  let sum = 0
  for (let row = 0; row < domain.length; row++) {
    if (domain[row] !== 1 || weight[row] === 0) continue
    n += 1
    total += weight[row]!
    sum += weight[row]! * values[row]!
  }
  const mean = sum / total
  let squares = 0
  for (let row = 0; row < domain.length; row++)
    if (domain[row] === 1 && weight[row]! > 0) squares += weight[row]! * (values[row]! - mean) ** 2
  return n < 2 ? Number.NaN : (squares / total) * (n / (n - 1))
}
