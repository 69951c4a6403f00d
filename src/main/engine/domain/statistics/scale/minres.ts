import type { Matrix } from '../matrix.ts'

const MAX_SWEEPS = 20_000
const CONVERGED = 1e-13
/** A uniqueness under this is a Heywood case: held there, as R's `psych` does. */
const LEAST_UNIQUENESS = 0.005

export type OneFactor = {
  /** Signs such that their sum is ≥ 0: shape [k]. */
  readonly loadings: readonly number[]
  /** Some item would be explained by more than all of itself. */
  readonly heywood: boolean
}

/**
 * One common factor by minimum residuals: the loadings whose products come closest to the
 * correlations, Σᵢ≠ⱼ(rᵢⱼ − λᵢλⱼ)² least (Harman & Jones 1966), one loading at a time. Undefined with
 * fewer than three items, which have no unique answer.
 */
export function minresFactor(correlations: Matrix): OneFactor | undefined {
  const k = correlations.length
  if (k < 3 || correlations.some((row) => row.some((value) => !Number.isFinite(value))))
    return undefined
  const loadings = firstGuess(correlations)
  const limit = Math.sqrt(1 - LEAST_UNIQUENESS)
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let moved = 0
    for (let i = 0; i < k; i++) {
      let [above, below] = [0, 0]
      for (let j = 0; j < k; j++) {
        if (i === j) continue
        above += correlations[i]![j]! * loadings[j]!
        below += loadings[j]! ** 2
      }
      const next = below === 0 ? 0 : Math.max(-limit, Math.min(limit, above / below))
      moved = Math.max(moved, Math.abs(next - loadings[i]!))
      loadings[i] = next
    }
    if (moved < CONVERGED) break
  }
  const sign = loadings.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1
  return {
    loadings: loadings.map((value) => sign * value),
    heywood: loadings.some((value) => Math.abs(value) >= limit),
  }
}

/** Direction of the first principal component, by power iteration, scaled as loadings are. */
function firstGuess(correlations: Matrix): number[] {
  const k = correlations.length
  // Not orthogonal to a component of reversed items, as ones could be.
  let vector = correlations.map((_, i) => 1 + 0.01 * i)
  let value = 0
  for (let turn = 0; turn < 200; turn++) {
    const next = correlations.map((row) => row.reduce((sum, r, j) => sum + r * vector[j]!, 0))
    value = Math.hypot(...next)
    vector = next.map((x) => x / value)
  }
  const scale = Math.sqrt(Math.max(0, value - 1) / value || 1 / k) * Math.sqrt(value)
  return vector.map((x) => Math.max(-0.9, Math.min(0.9, x * scale)))
}
