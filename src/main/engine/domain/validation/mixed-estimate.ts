import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { effectiveSampleSize } from '../weighting/kish.ts'

/** Numbers of one side with their weights: shape [rows] each. */
export type Weighed = { readonly values: readonly Float64Array[]; readonly weights: Float64Array }

/**
 * One or more means to be estimated together (the shares of a question's answers): people, their
 * twins, and personas of the same target that are nobody's twin. The first shape is [quantities].
 */
export type MixedInput = {
  readonly people: readonly Float64Array[]
  readonly twins: readonly Float64Array[]
  /** Of the pairs. */
  readonly weights: Float64Array
  readonly others: Weighed
  readonly level: number
}

export type Interval = {
  readonly estimate: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
}

export type MixedResult = {
  readonly quantities: readonly {
    readonly mixed: Interval
    readonly people: Interval
    readonly personas: number
  }[]
  readonly lambda: number
  readonly correlation: number
  /** Kish's n of pairs and of other personas. */
  readonly pairs: number
  readonly personas: number
  readonly effectiveN: number
  readonly ceilingN: number
}

/**
 * PPI++ (Angelopoulos, Duchi & Zrnic 2023) for means: θ = ȳ − λ(f̄ of the twins − f̄ of the others),
 * with variance var(y − λf)/n + λ² var(f)/N and the λ that makes its sum over the quantities least,
 * λ = Σcov(y, f) / ((1 + n/N) Σvar(f)), kept within 0–1. Variances divide by n − 1.
 *
 * Weights, of people and of personas, make every mean, covariance and variance a weighted one, the
 * variance of a mean its linearised Σw²(x − x̄)²/(Σw)² · n/(n − 1), and n and N Kish's; λ then is least
 * only approximately, which costs precision and no validity. Intervals are t's, at n − 1 for people
 * alone and n − 2 where λ was found from the same pairs.
 */
export function mixedEstimate(input: MixedInput): MixedResult {
  const { people, twins, weights, others, level } = input
  const [n, N] = [effectiveSampleSize(weights), effectiveSampleSize(others.weights)]
  const covariances = people.map((y, k) => covariance(y, twins[k]!, weights))
  const spread = (values: readonly Float64Array[], w: Float64Array) =>
    sum(values.map((one) => covariance(one, one, w)))
  const twinSpread = spread(twins, weights)
  const pooled = sum(twins.map((f, k) => pooledVariance(f, weights, others, k)))
  const lambda = pooled > 0 ? clamp(sum(covariances) / ((1 + n / N) * pooled), 0, 1) : 0
  const scale = Math.sqrt(spread(people, weights) * twinSpread)
  const correlation = scale > 0 ? sum(covariances) / scale : 0
  const squared = correlation > 0 ? correlation ** 2 : 0
  return {
    quantities: people.map((y, k) => {
      const f = twins[k]!
      const other = others.values[k]!
      const rest = y.map((value, row) => value - lambda * f[row]!)
      const estimate = weightedMean(rest, weights) + lambda * weightedMean(other, others.weights)
      const variance =
        meanVariance(rest, weights) + lambda ** 2 * meanVariance(other, others.weights)
      return {
        mixed: interval(estimate, variance, { df: n - 2, level }),
        people: interval(weightedMean(y, weights), meanVariance(y, weights), { df: n - 1, level }),
        personas: weightedMean(other, others.weights),
      }
    }),
    lambda,
    correlation,
    pairs: n,
    personas: N,
    effectiveN: n / (1 - (squared * N) / (n + N)),
    ceilingN: n / (1 - squared),
  }
}

function interval(
  estimate: number,
  variance: number,
  { df, level }: { df: number; level: number },
): Interval {
  const standardError = Math.sqrt(variance)
  const half = tQuantile((1 + level) / 2, Math.max(df, 1)) * standardError
  return { estimate, standardError, lower: estimate - half, upper: estimate + half }
}

export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [total, weight] = [0, 0]
  for (let row = 0; row < values.length; row++) {
    total += weights[row]! * values[row]!
    weight += weights[row]!
  }
  return total / weight
}

/** Weighted, with n / (n − 1). */
function covariance(x: Float64Array, y: Float64Array, weights: Float64Array): number {
  const [mx, my] = [weightedMean(x, weights), weightedMean(y, weights)]
  let [total, weight] = [0, 0]
  for (let row = 0; row < x.length; row++) {
    total += weights[row]! * (x[row]! - mx) * (y[row]! - my)
    weight += weights[row]!
  }
  return (total / weight) * (x.length / (x.length - 1))
}

/** Of twins and others together, each row of a side by its weight over that side's mean weight. */
function pooledVariance(
  f: Float64Array,
  weights: Float64Array,
  others: Weighed,
  k: number,
): number {
  const relative = (w: Float64Array) => {
    const times = w.length / sum(w)
    return w.map((one) => one * times)
  }
  const values = joined(f, others.values[k]!)
  const all = joined(relative(weights), relative(others.weights))
  return covariance(values, values, all)
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}

function meanVariance(values: Float64Array, weights: Float64Array): number {
  const mean = weightedMean(values, weights)
  let [squares, weight] = [0, 0]
  for (let row = 0; row < values.length; row++) {
    squares += (weights[row]! * (values[row]! - mean)) ** 2
    weight += weights[row]!
  }
  return (squares / weight ** 2) * (values.length / (values.length - 1))
}

function sum(values: readonly number[] | Float64Array): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]!
  return total
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
