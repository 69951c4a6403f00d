import {
  countRows,
  DEFAULT_LEVEL,
  degreesOfFreedom,
  kishEffectiveN,
  standardErrorOfTotal,
  tFactor,
  type Domain,
  type Estimate,
  type SurveyDesign,
} from './design.ts'

/**
 * Weighted mean with its linearised standard error and t interval (R: `svymean`, `confint` with
 * `df = degf`). NaN throughout for an empty domain.
 *
 * @param values  shape [rows]; not read outside the domain
 */
export function meanEstimate(
  design: SurveyDesign,
  values: Float64Array,
  domain: Domain,
  level = DEFAULT_LEVEL,
): Estimate {
  const { estimate, influence } = linearisedMean(design, values, domain)
  const standardError = standardErrorOfTotal(design, influence)
  const df = degreesOfFreedom(design, domain)
  const half = tFactor(level, df) * standardError
  return {
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
    level,
    n: countRows(domain),
    effectiveN: kishEffectiveN(design, domain),
    degreesOfFreedom: df,
  }
}

/** Σwy/Σw and its influence per row, w·(y − ȳ)/Σw inside the domain and 0 outside. */
export function linearisedMean(
  design: SurveyDesign,
  values: ArrayLike<number>,
  domain: Domain,
): { estimate: number; influence: Float64Array } {
  let weight = 0
  let total = 0
  domain.forEach((inside, row) => {
    if (!inside) return
    weight += design.weight[row]!
    total += design.weight[row]! * values[row]!
  })
  const estimate = weight === 0 ? Number.NaN : total / weight
  const influence = Float64Array.from(domain, (inside, row) =>
    inside ? (design.weight[row]! * (values[row]! - estimate)) / weight : 0,
  )
  return { estimate, influence }
}
