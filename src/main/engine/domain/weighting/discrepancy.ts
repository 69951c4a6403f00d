/**
 * Centred L2 discrepancy of weighted points (Hickernell 1998, Mathematics of Computation 67,
 * 299–322): 0 for points spread evenly over the unit cube, more the less even they are.
 *
 * @param points   coordinates from 0 to 1, row by row: shape [points, dimensions]
 * @param weights  not negative, any scale: shape [points]
 */
export function centredDiscrepancy(
  points: Float64Array,
  weights: Float64Array,
  dimensions: number,
): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const n = weights.length
  let single = 0
  let pairs = 0
  for (let i = 0; i < n; i++) {
    single += weights[i]! * alone(points, i * dimensions, dimensions)
    // Each pair once: the sum over all pairs is twice that, and the diagonal.
    let inner = 0.5 * weights[i]! * together(points, i * dimensions, i * dimensions, dimensions)
    for (let j = 0; j < i; j++)
      inner += weights[j]! * together(points, i * dimensions, j * dimensions, dimensions)
    pairs += 2 * weights[i]! * inner
  }
  const squared = (13 / 12) ** dimensions - (2 * single) / total + pairs / total ** 2
  return Math.sqrt(Math.max(0, squared))
}

/**
 * What random points have on average, in squares: ((5/4)^d − (13/12)^d) / n, from the expectation of
 * Hickernell's terms under independent uniform coordinates; n is Kish's effective n for weights.
 */
export function expectedSquaredDiscrepancy(n: number, dimensions: number): number {
  return ((5 / 4) ** dimensions - (13 / 12) ** dimensions) / n
}

function alone(points: Float64Array, at: number, dimensions: number): number {
  let product = 1
  for (let d = 0; d < dimensions; d++) {
    const off = Math.abs(points[at + d]! - 0.5)
    product *= 1 + 0.5 * off - 0.5 * off * off
  }
  return product
}

function together(points: Float64Array, a: number, b: number, dimensions: number): number {
  let product = 1
  for (let d = 0; d < dimensions; d++) {
    const x = points[a + d]!
    const y = points[b + d]!
    product *= 1 + 0.5 * Math.abs(x - 0.5) + 0.5 * Math.abs(y - 0.5) - 0.5 * Math.abs(x - y)
  }
  return product
}
