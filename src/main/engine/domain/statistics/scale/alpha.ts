import type { Matrix } from '../matrix.ts'

/** Share of a sum's variance that its items share: Cronbach's (1951) α. NaN with one item. */
export function cronbachAlpha(covariance: Matrix): number {
  const k = covariance.length
  const [own, whole] = [traceOf(covariance), sumOf(covariance)]
  return k < 2 ? Number.NaN : (k / (k - 1)) * (1 - own / whole)
}

/** Derivative of α by each covariance: shape [k][k]. */
export function alphaGradient(covariance: Matrix): number[][] {
  const k = covariance.length
  const [own, whole] = [traceOf(covariance), sumOf(covariance)]
  const scale = k / (k - 1)
  return covariance.map((row, i) =>
    row.map((_, j) => scale * (own / whole ** 2 - (i === j ? 1 / whole : 0))),
  )
}

/** α of the others without each item: shape [k]; NaN with two items. */
export function alphaIfDropped(covariance: Matrix): number[] {
  return covariance.map((_, dropped) => {
    const rest = covariance
      .filter((__, i) => i !== dropped)
      .map((row) => row.filter((__, j) => j !== dropped))
    return cronbachAlpha(rest)
  })
}

/** Correlation of each item with the sum of the others: shape [k]. */
export function itemRestCorrelations(covariance: Matrix): number[] {
  const whole = sumOf(covariance)
  return covariance.map((row, i) => {
    const withAll = row.reduce((sum, value) => sum + value, 0)
    const own = row[i]!
    return (withAll - own) / Math.sqrt(own * (whole - 2 * withAll + own))
  })
}

export function correlationsOf(covariance: Matrix): number[][] {
  return covariance.map((row, i) =>
    row.map((value, j) =>
      i === j ? 1 : value / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!),
    ),
  )
}

export function traceOf(matrix: Matrix): number {
  return matrix.reduce((sum, row, i) => sum + row[i]!, 0)
}

export function sumOf(matrix: Matrix): number {
  return matrix.reduce((sum, row) => sum + row.reduce((part, value) => part + value, 0), 0)
}
