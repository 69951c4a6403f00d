import type { Domain, SurveyDesign } from '../design.ts'

/** Weighted means and covariances of several answers of the same people. */
export type Moments = {
  readonly means: readonly number[]
  /** Σw(x − x̄)(y − ȳ) / Σw: shape [k][k]. */
  readonly covariance: readonly (readonly number[])[]
  /** Deviations from the means, 0 outside the domain: shape [k][rows]. */
  readonly deviations: readonly Float64Array[]
  /** Σw over the domain. */
  readonly weight: number
}

/**
 * @param items  shape [k][rows]; not read outside the domain
 */
export function weightedMoments(
  { weight }: SurveyDesign,
  items: readonly Float64Array[],
  domain: Domain,
): Moments {
  let total = 0
  for (let row = 0; row < domain.length; row++) if (domain[row]) total += weight[row]!
  const means = items.map((item) => {
    let sum = 0
    for (let row = 0; row < domain.length; row++) if (domain[row]) sum += weight[row]! * item[row]!
    return sum / total
  })
  const deviations = items.map((item, i) =>
    item.map((value, row) => (domain[row] ? value - means[i]! : 0)),
  )
  const covariance = deviations.map((a) =>
    deviations.map((b) => {
      let sum = 0
      for (let row = 0; row < a.length; row++) sum += weight[row]! * a[row]! * b[row]!
      return sum / total
    }),
  )
  return { means, covariance, deviations, weight: total }
}

/**
 * Influence of each row on a smooth function of the covariances (Binder 1983), weighted and summing
 * to 0; of its gradient, symmetric, with half of each covariance's derivative on either side of the
 * diagonal.
 */
export function influenceOfMoments(
  { weight }: SurveyDesign,
  { covariance, deviations, weight: total }: Moments,
  gradient: readonly (readonly number[])[],
  domain: Domain,
): Float64Array {
  const k = covariance.length
  const influence = new Float64Array(domain.length)
  for (let row = 0; row < domain.length; row++) {
    if (!domain[row]) continue
    let sum = 0
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++)
        sum += gradient[i]![j]! * (deviations[i]![row]! * deviations[j]![row]! - covariance[i]![j]!)
    influence[row] = (weight[row]! / total) * sum
  }
  return influence
}
