import {
  countRows,
  DEFAULT_LEVEL,
  degreesOfFreedom,
  kishEffectiveN,
  tFactor,
  type Domain,
  type Estimate,
  type SurveyDesign,
} from './design.ts'
import { shareEstimate } from './share.ts'

/**
 * Weighted quantile by inversion of the weighted distribution function (`qrule = "math"`), with the
 * interval of Woodruff (1952): the interval of the share below the estimate, on the logit scale,
 * inverted (R: `svyquantile(interval.type = "xlogit")`).
 *
 * @param probability  0–1, e.g. 0.5 for the median
 */
export function quantileEstimate(
  design: SurveyDesign,
  values: Float64Array,
  domain: Domain,
  probability: number,
  level = DEFAULT_LEVEL,
): Estimate {
  const n = countRows(domain)
  const df = degreesOfFreedom(design, domain)
  const effectiveN = kishEffectiveN(design, domain)
  const quantile = inverse(design, values, domain)
  const estimate = quantile(probability)
  const below = Uint8Array.from(values, (value, row) => (domain[row] && value <= estimate ? 1 : 0))
  const share = shareEstimate(design, below, domain, { level, method: 'xlogit' })
  const logitInterval = share.estimate < 1
  const lower = logitInterval ? quantile(share.lower) : Number.NaN
  const upper = logitInterval ? quantile(share.upper) : Number.NaN
  return {
    estimate,
    // As R does: the interval's width over that of a t interval.
    standardError: (upper - lower) / (2 * tFactor(level, df)),
    lower,
    upper,
    level,
    n,
    effectiveN,
    degreesOfFreedom: df,
  }
}

/** The smallest value whose weighted cumulative share reaches p. NaN for an empty domain. */
function inverse(design: SurveyDesign, values: Float64Array, domain: Domain) {
  const rows = [...domain.keys()].filter((row) => domain[row])
  rows.sort((a, b) => values[a]! - values[b]!)
  const total = rows.reduce((sum, row) => sum + design.weight[row]!, 0)
  const cumulative: number[] = []
  let running = 0
  for (const row of rows) cumulative.push((running += design.weight[row]!))
  return (p: number): number => {
    if (rows.length === 0 || Number.isNaN(p)) return Number.NaN
    // Sums of equal weights reach p·total exactly; rounding must not carry them past it.
    const reach = p * total - 1e-12 * total
    const at = cumulative.findIndex((sum) => sum >= reach)
    return values[rows[at === -1 ? rows.length - 1 : at]!]!
  }
}
