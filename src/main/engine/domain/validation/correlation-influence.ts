/** Answers of one side: a category per row, `scores.length` where there is none. */
export type Column = { readonly codes: Uint8Array; readonly scores: readonly number[] }

export type PairTerm = {
  readonly i: number
  readonly j: number
  /** The correlation, and what a change of it counts. */
  readonly r: number
  readonly times: number
  /** Pairs of one cluster are drawn together already. */
  readonly cluster: number
}

/**
 * The variance that clusters of correlations share because the same people answered all of them: that
 * of Σ times·r beyond the sum of the clusters' own, to first order. A row adds
 * zᵢzⱼ − r(zᵢ² + zⱼ²)/2 to a correlation (Devlin, Gnanadesikan & Kettenring 1975).
 */
export function sharedCorrelationVariance(
  columns: readonly Column[],
  weights: Float64Array,
  terms: readonly PairTerm[],
): number {
  const scores = columns.map((column) => standardised(column, weights))
  const all = new Float64Array(weights.length)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  let own = 0
  for (const cluster of new Set(terms.map((term) => term.cluster))) {
    const part = new Float64Array(weights.length)
    for (const { i, j, r, times } of terms.filter((term) => term.cluster === cluster))
      addInfluence(part, [scores[i]!, scores[j]!], r, times)
    for (let row = 0; row < part.length; row++) {
      const influence = (part[row]! * weights[row]!) / sum
      own += influence * influence
      all[row]! += influence
    }
  }
  return all.reduce((total, one) => total + one * one, 0) - own
}

function addInfluence(
  into: Float64Array,
  [x, y]: readonly [Float64Array, Float64Array],
  r: number,
  times: number,
): void {
  for (let row = 0; row < into.length; row++) {
    const a = x[row]!
    const b = y[row]!
    const influence = a * b - (r * (a * a + b * b)) / 2
    // NaN is the one number that is not itself: rows without either answer add nothing.
    if (influence === influence) into[row]! += times * influence
  }
}

function standardised({ codes, scores }: Column, weights: Float64Array): Float64Array {
  let [w, s, ss] = [0, 0, 0]
  for (let row = 0; row < codes.length; row++) {
    const score = scores[codes[row]!]
    if (score === undefined) continue
    w += weights[row]!
    s += weights[row]! * score
    ss += weights[row]! * score * score
  }
  const mean = s / w
  const deviation = Math.sqrt(Math.max(ss / w - mean * mean, Number.MIN_VALUE))
  return Float64Array.from(codes, (code) => ((scores[code] ?? Number.NaN) - mean) / deviation)
}
