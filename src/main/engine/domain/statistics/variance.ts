import type { SurveyDesign } from './design.ts'
import { withoutMargins } from './raked-residuals.ts'
import { unitsOf } from './units.ts'

/**
 * Variance matrix of totals by Taylor linearisation (Binder 1983), with replacement of units.
 * Domains are subsets of the design: rows outside carry zero influence but their units still count
 * in their strata.
 *
 * @param influences  k influence functions, each shape [rows], already weighted, zero outside the
 *   domain and summing to zero, as those of means, shares and their contrasts do
 * @returns shape [k][k]
 */
export function varianceOfTotals(
  design: SurveyDesign,
  influences: readonly Float64Array[],
): number[][] {
  const deviations = influences.map((influence) => unitDeviations(design, influence))
  return deviations.map((a) => deviations.map((b) => dot(a, b)))
}

/** Standard error of one total; `influence` as for `varianceOfTotals`. */
export function standardErrorOfTotal(design: SurveyDesign, influence: Float64Array): number {
  const deviations = unitDeviations(design, influence)
  return Math.sqrt(dot(deviations, deviations))
}

/**
 * Degrees of freedom of a total's variance by what its units add to it (Valliant & Rust 2010): twice
 * its square over its own variance, which fourth moments tell. 2 where one unit makes all of it.
 *
 * @param units  how many are in the domain
 */
export function degreesOfVariance(
  design: SurveyDesign,
  influence: Float64Array,
  units: number,
): number {
  let [squares, fourths] = [0, 0]
  for (const deviation of unitDeviations(design, influence)) {
    squares += deviation ** 2
    fourths += deviation ** 4
  }
  return (2 * squares ** 2) / Math.max(0, fourths - squares ** 2 / units)
}

/** Totals per unit less their stratum's mean, times √(m / (m − 1)) for m units: shape [units]. */
function unitDeviations(design: SurveyDesign, influence: Float64Array): Float64Array {
  const { unitOf, stratumOf, sizes } = unitsOf(design)
  const raked = design.rakedOn
    ? withoutMargins(influence, design.weight, design.rakedOn)
    : influence
  const totals = new Float64Array(stratumOf.length)
  for (let row = 0; row < unitOf.length; row++) totals[unitOf[row]!]! += raked[row]!
  const sums = new Float64Array(sizes.length)
  for (let unit = 0; unit < totals.length; unit++) sums[stratumOf[unit]!]! += totals[unit]!
  for (let unit = 0; unit < totals.length; unit++) {
    const stratum = stratumOf[unit]!
    const m = sizes[stratum]!
    // A lone unit is centred at the grand mean of the influences, which is 0
    // (`survey.lonely.psu = "adjust"`).
    if (m > 1) totals[unit] = (totals[unit]! - sums[stratum]! / m) * Math.sqrt(m / (m - 1))
  }
  return totals
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
