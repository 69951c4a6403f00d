import type { ChoiceFit } from './choice-fit.ts'
import type { EffectBlock } from './choices.ts'
import { DEFAULT_LEVEL, tFactor, type Estimate } from './design.ts'

/** Log odds of an effect against the average of its block, with a t interval. */
export function utilityEstimate(fit: ChoiceFit, effect: number, level = DEFAULT_LEVEL): Estimate {
  return differenceEstimate(fit, { more: effect }, level)
}

/** How much more one effect is worth than another, or than its block on average. */
export function differenceEstimate(
  fit: ChoiceFit,
  { more, less }: { more: number; less?: number },
  level = DEFAULT_LEVEL,
): Estimate {
  const gradient = new Float64Array(fit.utilities.length)
  gradient[more] = 1
  if (less !== undefined) gradient[less] = -1
  const estimate = fit.utilities[more]! - (less === undefined ? 0 : fit.utilities[less]!)
  const standardError = standardErrorOf(fit, gradient)
  const half = tFactor(level, fit.degreesOfFreedom) * standardError
  return {
    ...about(fit, level),
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
  }
}

/**
 * The worths exp(u)/Σexp(u) of a block (Plackett 1975, Luce 1959): the probability that an item is
 * taken out of all, summing to 1; intervals by the delta method on the logit scale.
 */
export function worthEstimates(
  fit: ChoiceFit,
  { first, count }: EffectBlock,
  level = DEFAULT_LEVEL,
): Estimate[] {
  const own = fit.utilities.subarray(first, first + count)
  const highest = Math.max(...own)
  const exponentials = own.map((utility) => Math.exp(utility - highest))
  const sum = exponentials.reduce((total, each) => total + each, 0)
  const worths = exponentials.map((each) => each / sum)
  return Array.from(worths, (worth, item) => {
    const gradient = new Float64Array(fit.utilities.length)
    worths.forEach((other, i) => (gradient[first + i] = i === item ? 1 : -other / (1 - worth)))
    return onLogitScale(fit, { share: worth, gradient, level })
  })
}

/**
 * Importance of each centred block: the range of its effects by the sum of all ranges. Intervals
 * by the delta method on the logit scale, the best and the worst effect taken as known; ranges of
 * chance effects are never 0, so small importances lean upwards.
 */
export function importanceEstimates(fit: ChoiceFit, level = DEFAULT_LEVEL): Estimate[] {
  const { utilities } = fit
  const ends = fit.blocks
    .filter(({ isCentred }) => isCentred)
    .map(({ first, count }) => {
      const effects = Array.from({ length: count }, (_, i) => first + i)
      const ordered = effects.toSorted((a, b) => utilities[a]! - utilities[b]!)
      return { worst: ordered[0]!, best: ordered.at(-1)! }
    })
  const rangeOf = ({ best, worst }: (typeof ends)[number]) => utilities[best]! - utilities[worst]!
  const sum = ends.reduce((total, each) => total + rangeOf(each), 0)
  return ends.map((own) => {
    const share = sum === 0 ? Number.NaN : rangeOf(own) / sum
    // Of logit(share) = log(own range) − log(the other ranges).
    const gradient = new Float64Array(utilities.length)
    for (const each of ends) {
      const slope = each === own ? 1 / rangeOf(own) : -1 / (sum - rangeOf(own))
      gradient[each.best]! += slope
      gradient[each.worst]! -= slope
    }
    return onLogitScale(fit, { share, gradient, level })
  })
}

/** @param gradient  of the share's logit by the effects */
function onLogitScale(
  fit: ChoiceFit,
  { share, gradient, level }: { share: number; gradient: Float64Array; level: number },
): Estimate {
  const standardError = standardErrorOf(fit, gradient)
  const centre = Math.log(share / (1 - share))
  const half = tFactor(level, fit.degreesOfFreedom) * standardError
  return {
    ...about(fit, level),
    estimate: share,
    standardError: standardError * share * (1 - share),
    lower: expit(centre - half),
    upper: expit(centre + half),
  }
}

function standardErrorOf({ covariance, separation }: ChoiceFit, gradient: Float64Array): number {
  const sampled = quadraticForm(covariance, gradient)
  if (!separation) return Math.sqrt(sampled)
  return Math.sqrt(Math.max(sampled, quadraticForm(separation.modelCovariance, gradient)))
}

/** Never below 0: rounding could take it there where all answers are alike. */
function quadraticForm(matrix: ChoiceFit['covariance'], gradient: Float64Array): number {
  let sum = 0
  matrix.forEach((row, i) =>
    row.forEach((value, j) => (sum += gradient[i]! * value * gradient[j]!)),
  )
  return Math.max(0, sum)
}

function about({ n, personas, effectiveN, degreesOfFreedom }: ChoiceFit, level: number) {
  return { level, n, personas, effectiveN, degreesOfFreedom }
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
