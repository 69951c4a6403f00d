import { solve } from './solve.ts'

/** A classification of observations: level of each, 0 … levels − 1, shape [observations]. */
export type Classification = { readonly name: string; readonly levelOf: Int32Array }

/**
 * Variance components of crossed random effects, y = μ + Σ effects + e, by MINQUE(0) (Rao 1971;
 * Hartley, Rao & LaMotte 1978), a method of moments: the quadratic forms y′M·ZZ′·My of every
 * classification and of the rest are set equal to what they are expected to be. On balanced data the
 * estimates are those of the analysis of variance. Not bounded: below 0 there is none to be seen.
 *
 * @returns in the order of the classifications, the residual last; NaN where they cannot be told
 *   apart, as when one has a single level
 */
export function varianceComponents(
  values: Float64Array,
  classifications: readonly Classification[],
): number[] {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const centred = values.map((value) => value - mean)
  const sizes = classifications.map(({ levelOf }) => countLevels(levelOf))
  const matrix = classifications.map((a, i) => [
    ...classifications.map((b, j) => sharedSquares(a, b, { n, sizes: [sizes[i]!, sizes[j]!] })),
    residualSquares(sizes[i]!, n),
  ])
  const forms = classifications.map((one, i) => formOf(centred, one, sizes[i]!.length))
  matrix.push([...sizes.map((size) => residualSquares(size, n)), n - 1])
  forms.push(centred.reduce((sum, value) => sum + value ** 2, 0))
  const found = solve(
    matrix,
    forms.map((form) => [form]),
  )
  return found ? found.map(([variance]) => variance!) : forms.map(() => Number.NaN)
}

/** ‖Zᵢ′MZⱼ‖²: with nₐᵦ the observations at both levels, Σ (nₐᵦ − nₐnᵦ/n)². */
function sharedSquares(
  a: Classification,
  b: Classification,
  { n, sizes: [ofA, ofB] }: { n: number; sizes: [Float64Array, Float64Array] },
): number {
  const both = new Float64Array(ofA.length * ofB.length)
  for (let row = 0; row < n; row++) both[a.levelOf[row]! * ofB.length + b.levelOf[row]!]! += 1
  let sum = 0
  for (let i = 0; i < ofA.length; i++)
    for (let j = 0; j < ofB.length; j++)
      sum += (both[i * ofB.length + j]! - (ofA[i]! * ofB[j]!) / n) ** 2
  return sum
}

function residualSquares(sizes: Float64Array, n: number): number {
  return sizes.reduce((sum, size) => sum + size - size ** 2 / n, 0)
}

/** Σ over levels of the squared sum of what is there. */
function formOf(centred: Float64Array, { levelOf }: Classification, levels: number): number {
  const sums = new Float64Array(levels)
  for (let row = 0; row < centred.length; row++) sums[levelOf[row]!]! += centred[row]!
  return sums.reduce((sum, one) => sum + one ** 2, 0)
}

function countLevels(levelOf: Int32Array): Float64Array {
  const sizes = new Float64Array(levelOf.reduce((most, level) => Math.max(most, level), -1) + 1)
  for (const level of levelOf) sizes[level]! += 1
  return sizes
}
