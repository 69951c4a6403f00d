/** Sweeps over the margins, as in `svyrecvar` of R's survey 4.1. */
const SWEEPS = 10

/**
 * The part of an influence function that raked margins leave open: means of influence / weight per
 * category are taken out, margin by margin (R: the variance after `rake()`).
 *
 * @param influence  shape [rows]
 * @param margins    a category ≥ 0 per row each, shape [rows]
 */
export function withoutMargins(
  influence: Float64Array,
  weight: Float64Array,
  margins: readonly Int32Array[],
): Float64Array {
  const perWeight = influence.map((value, row) => (weight[row] === 0 ? 0 : value / weight[row]!))
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const categoryOf of margins) subtractMeans(perWeight, categoryOf)
  return perWeight.map((value, row) => value * weight[row]!)
}

function subtractMeans(values: Float64Array, categoryOf: Int32Array): void {
  const categories = categoryOf.reduce((a, b) => Math.max(a, b), -1) + 1
  const sums = new Float64Array(categories)
  const counts = new Int32Array(categories)
  for (let row = 0; row < values.length; row++) {
    sums[categoryOf[row]!]! += values[row]!
    counts[categoryOf[row]!]! += 1
  }
  for (let row = 0; row < values.length; row++)
    values[row]! -= sums[categoryOf[row]!]! / counts[categoryOf[row]!]!
}
