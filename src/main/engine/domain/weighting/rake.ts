import { eachUnit, groupUnits } from './group-units.ts'
import { designEffect, effectiveSampleSize } from './kish.ts'
import { checkNestedMargins } from './nested-margins.ts'
import { rakeGroups } from './rake-groups.ts'
import { checkedTarget, type RakeMargin } from './rake-margin.ts'
import { checkTrim, type Trim } from './trim.ts'

export { InfeasibleMarginError, type RakeMargin } from './rake-margin.ts'

export type RakeOptions = {
  /** Bounds that hold exactly; margins give way to them. Absent: no trimming. */
  readonly trim?: Trim
  /** Largest gap between target and weighted share at which raking stops (0–1). */
  readonly tolerance?: number
  readonly maxIterations?: number
}

/** How well one margin is met. Every field has the shape [categories]. */
export type RakedMargin = {
  readonly name: string
  readonly categories: readonly string[]
  /** Unweighted units. */
  readonly n: Int32Array
  readonly target: Float64Array
  /** Share under the base weights. */
  readonly before: Float64Array
  /** Share under the raked weights. */
  readonly after: Float64Array
}

export type RakeResult = {
  /** Mean 1: shape [units]. */
  readonly weights: Float64Array
  readonly converged: boolean
  readonly iterations: number
  /** Largest |target − weighted share| over all categories, in points (0–100). */
  readonly maxGapPoints: number
  /** Kish's 1 + CV²(w). */
  readonly designEffect: number
  /** Kish's (Σw)² / Σw². */
  readonly effectiveN: number
  readonly margins: readonly RakedMargin[]
}

const DEFAULT_TOLERANCE = 1e-8
const DEFAULT_MAX_ITERATIONS = 500

/**
 * Raking (iterative proportional fitting: Deming & Stephan 1940): weights, proportional to the base
 * weights within every cross of categories, whose shares meet every margin. With trimming each cycle
 * ends inside the bounds, as a projection like the others (Csiszár 1975): margins and bounds are met
 * together where they can be, and elsewhere the margins stay off by `maxGapPoints`.
 *
 * @param base  positive, shape [units]
 * @throws InfeasibleMarginError naming the margin and category that no weights can meet
 */
export function rake(
  base: Float64Array,
  margins: readonly RakeMargin[],
  options: RakeOptions = {},
): RakeResult {
  const { trim, tolerance = DEFAULT_TOLERANCE, maxIterations = DEFAULT_MAX_ITERATIONS } = options
  checkLengths(base, margins)
  if (trim) checkTrim(trim)
  const targets = margins.map(checkedTarget)
  checkNestedMargins(margins, targets)
  const isEven = base.every((weight) => weight === base[0])
  // Units that are alike keep equal weights, so that a hundred thousand are raked as a few thousand.
  const groups = isEven ? groupUnits(base.length, margins) : eachUnit(base.length, margins)
  const found = rakeGroups(
    groups,
    isEven ? new Float64Array(groups.counts.length).fill(1) : scaledToMeanOne(base),
    {
      targets,
      trim,
      tolerance,
      maxIterations,
    },
  )
  const weights = Float64Array.from(groups.groupOf, (group) => found.weights[group]!)
  return {
    weights,
    converged: found.maxGap <= tolerance,
    iterations: found.iterations,
    maxGapPoints: found.maxGap * 100,
    designEffect: designEffect(weights),
    effectiveN: effectiveSampleSize(weights),
    margins: margins.map((margin, m) => rakedMargin(margin, targets[m]!, base, weights)),
  }
}

/** Weighted share per category: shape [categories]. */
export function weightedShares(
  weights: Float64Array,
  { categories, categoryOf }: RakeMargin,
): Float64Array {
  const sums = new Float64Array(categories.length)
  for (let i = 0; i < weights.length; i++) sums[categoryOf[i]!]! += weights[i]!
  let total = 0
  for (let c = 0; c < sums.length; c++) total += sums[c]!
  return sums.map((sum) => sum / total)
}

function rakedMargin(
  margin: RakeMargin,
  target: Float64Array,
  base: Float64Array,
  weights: Float64Array,
): RakedMargin {
  const n = new Int32Array(margin.categories.length)
  for (let i = 0; i < margin.categoryOf.length; i++) n[margin.categoryOf[i]!]! += 1
  return {
    name: margin.name,
    categories: margin.categories,
    n,
    target,
    before: weightedShares(base, margin),
    after: weightedShares(weights, margin),
  }
}

function scaledToMeanOne(base: Float64Array): Float64Array {
  const sum = base.reduce((total, weight) => total + weight, 0)
  return base.map((weight) => (weight * base.length) / sum)
}

function checkLengths(base: Float64Array, margins: readonly RakeMargin[]): void {
  const bad = base.findIndex((weight) => !(weight > 0 && weight < Infinity))
  if (bad !== -1) throw new RangeError(`Base weight ${bad} is ${base[bad]}, not a positive number`)
  for (const { name, categories, categoryOf, target } of margins)
    if (categoryOf.length !== base.length || target.length !== categories.length)
      throw new RangeError(
        `${name}: ${categoryOf.length} of ${base.length} units, ${target.length} targets for ${categories.length} categories`,
      )
}
