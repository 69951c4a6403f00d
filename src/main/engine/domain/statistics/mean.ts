import { cautiousMean } from './cautious.ts'
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
import { standardErrorOfTotal } from './variance.ts'

/**
 * Weighted mean with its linearised standard error and t interval (R: `svymean`, `confint` with
 * `df = degf`). For an empty domain n is 0 and every other number NaN; without degrees of freedom
 * the interval is NaN. Where few personas carry the weight a cautious interval comes with it.
 *
 * @param values  shape [rows]; not read outside the domain
 */
export function meanEstimate(
  design: SurveyDesign,
  values: Float64Array,
  domain: Domain,
  level = DEFAULT_LEVEL,
): Estimate {
  const { estimate, standardError } = linearisedMean(design, values, domain)
  const df = degreesOfFreedom(design, domain)
  const half = tFactor(level, df) * standardError
  const found = {
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
    level,
    n: countRows(domain),
    personas: personasIn(design, domain),
    effectiveN: kishEffectiveN(design, domain),
    degreesOfFreedom: df,
  }
  const cautious = cautiousMean(design, domain, found)
  return cautious ? { ...found, cautious } : found
}

export type LinearisedMean = {
  /** Σwy/Σw; NaN for a domain without weight. */
  readonly estimate: number
  readonly standardError: number
  /** w·(y − ȳ)/Σw inside the domain and 0 outside: shape [rows]. */
  readonly influence: Float64Array
}

export function linearisedMean(
  design: SurveyDesign,
  values: Float64Array,
  domain: Domain,
): LinearisedMean {
  const { estimate, influence } = influenceOfMean(design, values, domain)
  const isEmpty = Number.isNaN(estimate)
  const standardError = isEmpty ? Number.NaN : standardErrorOfTotal(design, influence)
  return { estimate, standardError, influence }
}

/** The mean and its influence, without the cost of a standard error. */
export function influenceOfMean(
  { weight }: SurveyDesign,
  values: Float64Array,
  domain: Domain,
): Pick<LinearisedMean, 'estimate' | 'influence'> {
  const influence = new Float64Array(domain.length)
  // Deviations from one of the answers: where all are the same, no rounding makes them differ.
  const origin = values[domain.indexOf(1)] ?? Number.NaN
  let sum = 0
  let total = 0
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row]) continue
    sum += weight[row]!
    total += weight[row]! * (values[row]! - origin)
  }
  if (sum === 0) return { estimate: Number.NaN, influence }
  const shift = total / sum
  const perWeight = 1 / sum
  for (let row = 0; row < domain.length; row++)
    if (domain[row]) influence[row] = weight[row]! * perWeight * (values[row]! - origin - shift)
  return { estimate: origin + shift, influence }
}
