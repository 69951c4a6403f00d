import {
  countRows,
  DEFAULT_LEVEL,
  degreesOfFreedom,
  kishEffectiveN,
  personasIn,
  tFactor,
  type Domain,
  type Estimate,
  type SurveyDesign,
} from './design.ts'
import { shareEstimate } from './share.ts'

/**
 * Weighted quantile by inversion of the weighted distribution function (`qrule = "math"`), with the
 * interval of Woodruff (1952): the interval of the share at or below the estimate, on the logit
 * scale, inverted (R: `svyquantile(interval.type = "xlogit")`). Where the estimate is the largest
 * value that share is 1, which has no logit: the interval is NaN, as in R.
 *
 * @param values       shape [rows]; not read outside the domain
 * @param probability  0–1, e.g. 0.5 for the median
 */
export function quantileEstimate(
  design: SurveyDesign,
  values: Float64Array,
  domain: Domain,
  probability: number,
  level = DEFAULT_LEVEL,
): Estimate {
  const df = degreesOfFreedom(design, domain)
  const quantile = quantileFunction(design, values, domain)
  const estimate = quantile(probability)
  const below = new Uint8Array(values.length)
  for (let row = 0; row < below.length; row++) if (values[row]! <= estimate) below[row] = 1
  const share = shareEstimate(design, below, domain, { level, method: 'xlogit' })
  const hasLogit = share.estimate < 1
  // R's rule below the smallest answer's share can pass the estimate: an interval holds it here.
  const lower = hasLogit ? Math.min(estimate, quantile(share.lower)) : Number.NaN
  const upper = hasLogit ? quantile(share.upper) : Number.NaN
  return {
    estimate,
    // As R does: the interval's width over that of a t interval.
    standardError: (upper - lower) / (2 * tFactor(level, df)),
    lower,
    upper,
    level,
    n: countRows(domain),
    personas: personasIn(design, domain),
    effectiveN: kishEffectiveN(design, domain),
    degreesOfFreedom: df,
  }
}

/**
 * The smallest value whose weighted cumulative share reaches p. NaN without any weight.
 *
 * As R's survey 4.1 has it, p below the share of the smallest answer gives the second smallest.
 */
function quantileFunction(
  { weight }: SurveyDesign,
  values: Float64Array,
  domain: Domain,
): (p: number) => number {
  const weightOf = new Map<number, number>()
  const rowsOf = new Map<number, number>()
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row] || weight[row] === 0) continue
    const value = values[row]!
    weightOf.set(value, (weightOf.get(value) ?? 0) + weight[row]!)
    rowsOf.set(value, (rowsOf.get(value) ?? 0) + 1)
  }
  const distinct = Float64Array.from(weightOf.keys()).sort()
  let total = 0
  const cumulative = distinct.map((value) => (total += weightOf.get(value)!))
  const secondSmallest =
    rowsOf.get(distinct[0]!) === 1 ? (distinct[1] ?? distinct[0]!) : distinct[0]!
  // Sums of equal weights reach p·total exactly; rounding must not carry them past it.
  const rounding = 1e-12 * total
  return (p) => {
    if (distinct.length === 0 || Number.isNaN(p)) return Number.NaN
    if (p * total < cumulative[0]! - rounding) return secondSmallest
    return distinct[firstAtLeast(cumulative, p * total - rounding)]!
  }
}

/** Index of the first element ≥ bound, the last one if there is none. Ascending, not empty. */
function firstAtLeast(ascending: Float64Array, bound: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! >= bound) high = middle
    else low = middle + 1
  }
  return low
}
