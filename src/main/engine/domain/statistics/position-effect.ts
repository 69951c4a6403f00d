import gammainc from '@stdlib/math-base-special-gammainc'

/** What stood in each place for one task: shape [places], first shown first. */
export type PositionEffect = {
  readonly statistic: number
  readonly df: number
  readonly p: number
  /** Mean of the values per place: shape [places]. */
  readonly means: Float64Array
  /** Mean over all places: what each would have without an effect. */
  readonly expected: number
  readonly n: number
}

/**
 * Whether values depend on the place that something was shown in, where places were drawn at random
 * for every task: the permutation test of the mean per place. Given a task's values, their
 * covariance over random orders is S²·(I − J/m), so Σ(T − T̄)²/ΣS² is χ² with m − 1 degrees of
 * freedom for many tasks (with one choice per task it is Pearson's χ² of the places chosen). Tasks of
 * one persona count as independent: their orders are.
 *
 * @param tasks  values in the order shown, all of the same length m ≥ 2
 * @returns undefined where nothing varies
 */
export function positionEffect(tasks: Iterable<Float64Array>): PositionEffect | undefined {
  let n = 0
  let spread = 0
  let totals: Float64Array | undefined
  for (const values of tasks) {
    const m = values.length
    totals ??= new Float64Array(m)
    let sum = 0
    let squares = 0
    for (let place = 0; place < m; place++) {
      sum += values[place]!
      squares += values[place]! ** 2
      totals[place]! += values[place]!
    }
    spread += (squares - (sum * sum) / m) / (m - 1)
    n += 1
  }
  if (!totals || !(spread > 1e-12)) return undefined
  const m = totals.length
  const mean = totals.reduce((sum, value) => sum + value, 0) / m
  const statistic = totals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / spread
  return {
    statistic,
    df: m - 1,
    p: chiSquaredTail(statistic, m - 1),
    means: totals.map((value) => value / n),
    expected: mean / n,
    n,
  }
}

export type GroupEffect = {
  readonly statistic: number
  readonly df: number
  readonly p: number
  /** Mean per group: shape [groups]. */
  readonly means: Float64Array
  readonly counts: Int32Array
}

/**
 * Whether a value depends on a group that was drawn at random: the permutation χ² of the means, of
 * which Kruskal & Wallis (1952) is the case of ranks.
 *
 * @param groupOf  0 … groups − 1
 * @returns undefined where nothing varies or fewer than two groups were met
 */
export function groupEffect(
  values: readonly number[],
  groupOf: readonly number[],
  groups: number,
): GroupEffect | undefined {
  const sums = new Float64Array(groups)
  const counts = new Int32Array(groups)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let squares = 0
  values.forEach((value, i) => {
    sums[groupOf[i]!]! += value - mean
    counts[groupOf[i]!]! += 1
    squares += (value - mean) ** 2
  })
  const met = counts.filter((count) => count > 0).length
  if (met < 2 || !(squares > 1e-12)) return undefined
  let between = 0
  for (let group = 0; group < groups; group++)
    if (counts[group]! > 0) between += sums[group]! ** 2 / counts[group]!
  const statistic = ((values.length - 1) * between) / squares
  return {
    statistic,
    df: met - 1,
    p: chiSquaredTail(statistic, met - 1),
    means: sums.map((sum, group) => mean + sum / counts[group]!),
    counts,
  }
}

export function chiSquaredTail(statistic: number, df: number): number {
  return gammainc(statistic / 2, df / 2, true, true)
}
