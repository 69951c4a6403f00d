/**
 * Whole numbers in proportion to weights that sum to a total (Hamilton's method): the floor of each
 * quota, and one more where the remainder is largest, the first of equals first.
 *
 * @param weights  ≥ 0, at least one above 0
 */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const quotas = weights.map((weight) => (weight / sum) * total)
  const counts = quotas.map(Math.floor)
  const missing = total - counts.reduce((all, count) => all + count, 0)
  const order = [...quotas.keys()].sort(
    (a, b) => quotas[b]! - counts[b]! - (quotas[a]! - counts[a]!) || a - b,
  )
  for (const i of order.slice(0, missing)) counts[i]! += 1
  return counts
}
