import { contestsOf } from './choice-contests.ts'
import { choiceLikelihood, choiceScores } from './choice-likelihood.ts'
import type { Choices, EffectBlock } from './choices.ts'
import {
  countRows,
  degreesOfFreedom,
  kishEffectiveN,
  personasIn,
  type Domain,
  type SurveyDesign,
} from './design.ts'
import { solve } from './solve.ts'
import { varianceOfTotals } from './variance.ts'

/**
 * The penalty λ/2·Σu² under separation, on weights of mean 1. At 100 choices that all fall alike
 * it keeps the log odds where half a choice to the contrary would.
 */
export const RIDGE = 0.1
/** Log odds of three million to one: no answers of a run can place an effect out there. */
const OUT_OF_REACH = 15
const MOST_STEPS = 40
/** Above so many patterns, the first steps are taken with one in eight of them. */
const MANY_PATTERNS = 20_000
/** A last step as short as this leaves an error of its square. */
const LAST_STEP = 1e-5

export type ChoiceFit = {
  readonly blocks: readonly EffectBlock[]
  /** Log odds, zero on average in a centred block: shape [effects]. */
  readonly utilities: Float64Array
  /** By linearisation, personas as units within strata: shape [effects][effects]. */
  readonly covariance: readonly (readonly number[])[]
  /** Absent where the likelihood has a maximum. */
  readonly separation?: {
    /** Effects that were preferred every time, that never were, or that were never compared. */
    readonly always: readonly number[]
    readonly never: readonly number[]
    readonly uncompared: readonly number[]
    /**
     * Inverse information with the ridge, times Kish's design effect: choices that all fall alike
     * have no variance to linearise, and standard errors are not to fall below this one's.
     */
    readonly modelCovariance: readonly (readonly number[])[]
  }
  readonly n: number
  readonly personas: number
  readonly effectiveN: number
  readonly degreesOfFreedom: number
}

/**
 * Utilities by weighted pseudo-likelihood (Newton's method) with the sandwich variance of Binder
 * (1983). Under separation a small ridge keeps them finite, and the fit says so. Undefined for a
 * domain without choices.
 *
 * @param domain  rows without any choice are left out of it
 * @param start   utilities to set out from, such as those of a domain around this one
 */
export function fitChoices(
  choices: Choices,
  design: SurveyDesign,
  domain: Domain,
  start?: Float64Array,
): ChoiceFit | undefined {
  const inside = new Uint8Array(domain.length)
  const { rowOf, patternOf } = choices
  for (let choice = 0; choice < rowOf.length; choice++)
    inside[rowOf[choice]!] = domain[rowOf[choice]!]!
  const n = countRows(inside)
  const weight = withMeanOne(design, inside, n)
  if (n === 0 || !weight.some((value) => value > 0)) return undefined

  const coding = codingOf(choices)
  const patternWeight = new Float64Array(choices.direction.length)
  for (let choice = 0; choice < rowOf.length; choice++)
    patternWeight[patternOf[choice]!]! += weight[rowOf[choice]!]!
  const contests = contestsOf(choices, patternWeight)
  const begin = start ?? roughStart(choices, patternWeight, coding)
  const free = contests.isSeparated
    ? undefined
    : maximise(choices, patternWeight, { coding, ridge: 0, start: begin })
  const ridge = free ? 0 : RIDGE
  const fit = free ?? maximise(choices, patternWeight, { coding, ridge, start: begin })
  // With a ridge there is always a maximum.
  if (!fit) throw new Error('The likelihood of choices with a ridge was not maximised')
  const effectiveN = kishEffectiveN(design, inside)
  const scaled = fit.inverse.map((row) => row.map((value) => (value * n) / effectiveN))
  const { won, lost } = contests
  const where = (test: (effect: number) => boolean) => [...won.keys()].filter(test)
  return {
    blocks: choices.blocks,
    utilities: fit.utilities,
    covariance: sandwich(choices, design, { ...fit, weight, ridge, n }),
    ...(ridge > 0 && {
      separation: {
        always: where((effect) => won[effect] === 1 && lost[effect] === 0),
        never: where((effect) => won[effect] === 0 && lost[effect] === 1),
        uncompared: where((effect) => won[effect] === 0 && lost[effect] === 0),
        modelCovariance: scaled,
      },
    }),
    n,
    personas: personasIn(design, inside),
    effectiveN,
    degreesOfFreedom: degreesOfFreedom(design, inside),
  }
}

/** Weights of mean 1 in the domain, 0 outside, so that a ridge means the same at any scale. */
function withMeanOne({ weight }: SurveyDesign, inside: Domain, n: number): Float64Array {
  let sum = 0
  for (let row = 0; row < inside.length; row++) if (inside[row]) sum += weight[row]!
  return weight.map((value, row) => (inside[row] && sum > 0 ? (value * n) / sum : 0))
}

/** Effects from free parameters: the last of a centred block is minus the sum of the others. */
function codingOf({ effects, blocks }: Choices): number[][] {
  const columns = blocks.flatMap(({ first, count, isCentred }) =>
    Array.from({ length: isCentred ? count - 1 : count }, (_, i) => {
      const column = new Array<number>(effects).fill(0)
      column[first + i] = 1
      if (isCentred) column[first + count - 1] = -1
      return column
    }),
  )
  return Array.from({ length: effects }, (_, effect) => columns.map((column) => column[effect]!))
}

type Coded = {
  readonly coding: readonly (readonly number[])[]
  readonly ridge: number
  readonly start: Float64Array
}
type Maximum = { readonly utilities: Float64Array; readonly inverse: number[][] }

/** The maximum and the inverse information of the effects there; undefined where there is none. */
function maximise(
  choices: Choices,
  weight: Float64Array,
  { coding, ridge, start }: Coded,
): Maximum | undefined {
  let utilities = start
  let step = new Float64Array(choices.effects)
  let reached = -Infinity
  let isThere = false
  for (let i = 0; i < MOST_STEPS; i++) {
    const found = choiceLikelihood(choices, weight, utilities)
    const value = found.logLikelihood - (ridge / 2) * sumOfSquares(utilities)
    if (value < reached - 1e-9 * Math.abs(reached)) {
      // Too far: half the way back.
      step = step.map((each) => each / 2)
      utilities = utilities.map((each, effect) => each - step[effect]!)
      continue
    }
    reached = value
    const inverse = inverseOf(found.information, coding, ridge)
    if (!inverse) return undefined
    if (isThere) return { utilities, inverse }
    const gradient = found.gradient.map((each, effect) => each - ridge * utilities[effect]!)
    step = Float64Array.from(inverse, (row) => row.reduce((s, v, f) => s + v * gradient[f]!, 0))
    utilities = utilities.map((each, effect) => each + step[effect]!)
    if (utilities.some((each) => Math.abs(each) > OUT_OF_REACH)) return undefined
    isThere = step.every((each) => Math.abs(each) < LAST_STEP)
  }
  return undefined
}

/** Zeros, or where there is a lot to go through what a part of it says. */
function roughStart(choices: Choices, weight: Float64Array, coding: Coded['coding']): Float64Array {
  const start = new Float64Array(choices.effects)
  if (weight.length < MANY_PATTERNS) return start
  const thinned = weight.map((each, pattern) => (pattern % 8 === 0 ? each : 0))
  return maximise(choices, thinned, { coding, ridge: RIDGE, start })?.utilities ?? start
}

/** C(C′(H + λI)C)⁻¹C′: shape [effects][effects]; undefined when it is singular. */
function inverseOf(
  information: Float64Array,
  coding: Coded['coding'],
  ridge: number,
): number[][] | undefined {
  const effects = coding.length
  const parameters = coding[0]!.length
  const half = coding.map((_, effect) =>
    Array.from({ length: parameters }, (__, p) => {
      let sum = ridge * coding[effect]![p]!
      for (let f = 0; f < effects; f++) sum += information[effect * effects + f]! * coding[f]![p]!
      return sum
    }),
  )
  const projected = Array.from({ length: parameters }, (_, p) =>
    Array.from({ length: parameters }, (__, q) =>
      half.reduce((sum, row, effect) => sum + coding[effect]![p]! * row[q]!, 0),
    ),
  )
  const transposed = Array.from({ length: parameters }, (_, p) => coding.map((row) => row[p]!))
  const solved = solve(projected, transposed)
  return solved && multiply(coding, solved)
}

/** A⁻¹·B·A⁻¹ with B the design's variance of the total score. */
function sandwich(
  choices: Choices,
  design: SurveyDesign,
  {
    utilities,
    inverse,
    weight,
    ridge,
    n,
  }: Maximum & { weight: Float64Array; ridge: number; n: number },
): number[][] {
  const scores = choiceScores(choices, weight, utilities)
  // Each row carries its part of the penalty, so that scores sum to zero at the maximum.
  if (ridge > 0)
    scores.forEach((score, effect) =>
      weight.forEach((w, row) => (score[row]! -= (ridge * utilities[effect]! * w) / n)),
    )
  return multiply(multiply(inverse, varianceOfTotals(design, scores)), inverse)
}

function multiply(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number[][] {
  return a.map((row) =>
    b[0]!.map((_, j) => row.reduce((sum, value, i) => sum + value * b[i]![j]!, 0)),
  )
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value ** 2, 0)
}
