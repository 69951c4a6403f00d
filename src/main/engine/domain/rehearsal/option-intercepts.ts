import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { predictorCovariance } from './norms.ts'
import { loadingsOf, variances } from './loadings.ts'

/**
 * What to add to each option's utility so that the option of the highest utility is chosen with the
 * given shares: a multinomial probit with the correlations that shared predictors cause, solved by a
 * fixed point on a fixed sample of standard normals (stratified in each dimension), to about half a
 * percentage point.
 *
 * @param facets  one name per option
 * @param shares  same length, sum 1; 0 means never
 */
export function optionIntercepts(
  facets: readonly string[],
  shares: readonly number[],
): readonly number[] {
  const key = `${facets.join('\n')}\n${shares.join(' ')}`
  const known = cache.get(key)
  if (known) return known
  const intercepts = solve(utilitiesOf(facets), shares)
  if (cache.size >= MAX_CACHED_QUESTIONS) cache.clear()
  cache.set(key, intercepts)
  return intercepts
}

// Memory of a pure function: solving takes milliseconds, a run asks for the same every time.
const cache = new Map<string, readonly number[]>()
const MAX_CACHED_QUESTIONS = 1000

const SAMPLE = 4096
/** Below every other option, but within reach of nothing. */
const NEVER = -1000
const MAX_ROUNDS = 80
const TOLERANCE = 0.0005

function solve(utilities: Float64Array, shares: readonly number[]): number[] {
  const intercepts = shares.map((share) => (share === 0 ? NEVER : Math.log(share) * 0.6))
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const chosen = chosenShares(utilities, intercepts)
    const worst = Math.max(...shares.map((share, i) => Math.abs(share - chosen[i]!)))
    if (worst < TOLERANCE) break
    // The step shrinks: counts move in jumps, and the last rounds should only settle.
    const step = 0.7 / (1 + round / 20)
    for (const [i, share] of shares.entries()) {
      if (share === 0) continue
      intercepts[i]! += step * Math.log(share / Math.max(chosen[i]!, 0.5 / SAMPLE))
    }
  }
  return intercepts
}

function chosenShares(utilities: Float64Array, intercepts: readonly number[]): number[] {
  const k = intercepts.length
  const counts = intercepts.map(() => 0)
  for (let row = 0; row < SAMPLE; row++) {
    let best = 0
    let highest = -Infinity
    for (let i = 0; i < k; i++) {
      const utility = utilities[row * k + i]! + intercepts[i]!
      if (utility <= highest) continue
      highest = utility
      best = i
    }
    counts[best]! += 1
  }
  return counts.map((count) => count / SAMPLE)
}

/** A sample of the options' utilities without intercepts, shape [SAMPLE, k], row-major. */
function utilitiesOf(facets: readonly string[]): Float64Array {
  const k = facets.length
  const factor = cholesky(covarianceOf(facets))
  const columns = facets.map((_, i) => normalColumn(i))
  const utilities = new Float64Array(SAMPLE * k)
  for (let row = 0; row < SAMPLE; row++) {
    for (let i = 0; i < k; i++) {
      let sum = 0
      for (let j = 0; j <= i; j++) sum += factor[i]![j]! * columns[j]![row]!
      utilities[row * k + i] = sum
    }
  }
  return utilities
}

/** Total variance 1 per option; what two options share comes from the same predictors. */
function covarianceOf(facets: readonly string[]): number[][] {
  const loadings = facets.map(loadingsOf)
  const own = variances.attributes + variances.question + variances.occasion
  return loadings.map((a, i) =>
    loadings.map((b, j) => predictorCovariance(a, b) + (i === j ? own : 0)),
  )
}

/** Column `i` of the sample: the midpoints of SAMPLE equal strata of a normal, in its own order. */
function normalColumn(i: number): Float64Array {
  const known = columnCache.get(i)
  if (known) return known
  const column = Float64Array.from({ length: SAMPLE }, (_, row) =>
    normalQuantile((row + 0.5) / SAMPLE, 0, 1),
  )
  const next = counter(i)
  for (let row = SAMPLE - 1; row > 0; row--) {
    const other = Math.floor(next() * (row + 1))
    ;[column[row], column[other]] = [column[other]!, column[row]!]
  }
  columnCache.set(i, column)
  return column
}
const columnCache = new Map<number, Float64Array>()

/** Mulberry32: a fixed stream that needs to be fast, not long. */
function counter(stream: number): () => number {
  let state = Math.imul(stream + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0))
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!
      for (let m = 0; m < j; m++) rest -= lower[i]![m]! * lower[j]![m]!
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!
    }
  }
  return lower
}
