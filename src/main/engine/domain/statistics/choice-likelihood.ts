import type { Choices } from './choices.ts'

export type ChoiceLikelihood = {
  /** Σ w·log p of what was chosen. */
  readonly logLikelihood: number
  /** By each effect: shape [effects]. */
  readonly gradient: Float64Array
  /** Minus the second derivatives, by rows: shape [effects × effects]. */
  readonly information: Float64Array
}

/**
 * Weighted log-likelihood of conditional logit (McFadden 1974) at some utilities: an alternative is
 * chosen with a probability in proportion to exp(utility), the least wanted one to exp(−utility).
 *
 * @param weight     of each pattern of choices, those with 0 do not count: shape [patterns]
 * @param utilities  shape [effects]
 */
export function choiceLikelihood(
  choices: Choices,
  weight: Float64Array,
  utilities: Float64Array,
): ChoiceLikelihood {
  const { effects, direction } = choices
  const gradient = new Float64Array(effects)
  const information = new Float64Array(effects * effects)
  const expectation = createExpectation(choices, utilities)
  const { expected, touched } = expectation
  let logLikelihood = 0
  for (let pattern = 0; pattern < direction.length; pattern++) {
    const w = weight[pattern]!
    if (w === 0) continue
    const sign = direction[pattern]!
    const count = expectation.find(pattern, w, information)
    logLikelihood += w * Math.log(expectation.probability[0]!)
    addChosen(choices, pattern, w * sign, gradient)
    for (let i = 0; i < count; i++) {
      const a = touched[i]!
      const moved = w * expected[a]!
      gradient[a]! -= sign * moved
      for (let j = 0; j <= i; j++)
        information[a * effects + touched[j]!]! -= moved * expected[touched[j]!]!
    }
  }
  foldTriangles(information, effects)
  return { logLikelihood, gradient, information }
}

/**
 * Each row's part of the gradient, by effect: shape [effects][rows].
 *
 * @param weight  shape [rows]; rows with 0 have scores of 0
 */
export function choiceScores(
  choices: Choices,
  weight: Float64Array,
  utilities: Float64Array,
): Float64Array[] {
  const { effects, width, direction, from, effectOf, rowOf, patternOf } = choices
  // What was chosen less what was expected, for each effect slot of a pattern's alternatives.
  const residual = new Float64Array(effectOf.length)
  const isKnown = new Uint8Array(direction.length)
  const { probability, find } = createExpectation(choices, utilities)
  const workOut = (pattern: number) => {
    find(pattern, 0)
    const start = from[pattern]!
    for (let at = start; at < from[pattern + 1]!; at++) {
      const off = ((at === start ? 1 : 0) - probability[at - start]!) * direction[pattern]!
      residual.fill(off, at * width, (at + 1) * width)
    }
    isKnown[pattern] = 1
  }
  const scores = Array.from({ length: effects }, () => new Float64Array(weight.length))
  for (let choice = 0; choice < rowOf.length; choice++) {
    const row = rowOf[choice]!
    const w = weight[row]!
    if (w === 0) continue
    const pattern = patternOf[choice]!
    if (!isKnown[pattern]) workOut(pattern)
    for (let slot = from[pattern]! * width; slot < from[pattern + 1]! * width; slot++)
      if (effectOf[slot]! >= 0) scores[effectOf[slot]!]![row]! += w * residual[slot]!
  }
  return scores
}

/** Works out, pattern by pattern, what choices to expect at some utilities. */
function createExpectation(
  { effects, width, direction, from, effectOf }: Choices,
  utilities: Float64Array,
) {
  const probability = new Float64Array(longest(from))
  const expected = new Float64Array(effects)
  const touched = new Int32Array(effects)
  const touchedBy = new Int32Array(effects).fill(-1)

  const findProbabilities = (start: number, end: number, sign: number) => {
    let highest = -Infinity
    for (let at = start; at < end; at++) {
      let utility = 0
      for (let slot = at * width; slot < (at + 1) * width; slot++)
        if (effectOf[slot]! >= 0) utility += utilities[effectOf[slot]!]!
      probability[at - start] = sign * utility
      if (sign * utility > highest) highest = sign * utility
    }
    let sum = 0
    for (let at = 0; at < end - start; at++)
      sum += probability[at] = Math.exp(probability[at]! - highest)
    for (let at = 0; at < end - start; at++) probability[at]! /= sum
  }
  return {
    /** Of each alternative of the pattern, the chosen one first. */
    probability,
    /** How often each effect is expected in what is chosen; current for those `touched`. */
    expected,
    touched,
    /** @returns how many effects the pattern touches; adds Σ p·xx′ to half of `information` */
    find(pattern: number, w: number, information?: Float64Array): number {
      const [start, end] = [from[pattern]!, from[pattern + 1]!]
      findProbabilities(start, end, direction[pattern]!)
      if (!information) return 0
      let count = 0
      for (let at = start; at < end; at++) {
        const p = probability[at - start]!
        for (let slot = at * width; slot < (at + 1) * width; slot++) {
          const effect = effectOf[slot]!
          if (effect < 0) continue
          if (touchedBy[effect] !== pattern) {
            touchedBy[effect] = pattern
            touched[count++] = effect
            expected[effect] = 0
          }
          expected[effect]! += p
          for (let other = at * width; other <= slot; other++)
            if (effectOf[other]! >= 0) information[effect * effects + effectOf[other]!]! += w * p
        }
      }
      return count
    },
  }
}

function addChosen(
  { width, from, effectOf }: Choices,
  pattern: number,
  amount: number,
  gradient: Float64Array,
): void {
  const start = from[pattern]! * width
  for (let slot = start; slot < start + width; slot++)
    if (effectOf[slot]! >= 0) gradient[effectOf[slot]!]! += amount
}

/** Pairs were added on one side of the diagonal or the other: to both, what both have. */
function foldTriangles(matrix: Float64Array, size: number): void {
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) {
      const both = matrix[a * size + b]! + matrix[b * size + a]!
      matrix[a * size + b] = both
      matrix[b * size + a] = both
    }
}

function longest(from: Int32Array): number {
  let most = 0
  for (let pattern = 1; pattern < from.length; pattern++)
    most = Math.max(most, from[pattern]! - from[pattern - 1]!)
  return most
}
