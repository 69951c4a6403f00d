import type { UnitGroups } from './group-units.ts'
import { createTrimmer, type Trim } from './trim.ts'

type Terms = {
  /** Shape [margins][categories], each summing to 1. */
  readonly targets: readonly Float64Array[]
  readonly trim: Trim | undefined
  readonly tolerance: number
  readonly maxIterations: number
}

/** A cycle that closes less than this part of the gap would need thousands like it. */
const SETTLED = 1e-4
/** Beyond this many cycles it goes slowly, and only every fifth is measured. */
const FAST_CYCLES = 10

/**
 * Cycles over the margins until every share is within the tolerance of its target (0–1).
 *
 * @param base  weight of one unit of each group, mean 1 over units: shape [groups]
 * @returns weights in the same shape, and the largest gap left (0–1)
 */
export function rakeGroups(
  { counts, categoryOf }: Omit<UnitGroups, 'groupOf'>,
  base: Float64Array,
  { targets, trim, tolerance, maxIterations }: Terms,
): { weights: Float64Array; iterations: number; maxGap: number } {
  // Groups are moved as a whole: what a group weighs, all its units together.
  const mass = base.map((weight, g) => weight * counts[g]!)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const trimMass = trim ? createTrimmer(counts, trim) : () => {}
  const measure = () =>
    targets.reduce((most, target, m) => Math.max(most, gapOf(mass, categoryOf[m]!, target)), 0) / n
  trimMass(mass)
  let iterations = 0
  let maxGap = measure()
  let measuredAt = 0
  while (maxGap > tolerance && iterations < maxIterations) {
    cycle(mass, categoryOf, targets)
    trimMass(mass)
    iterations += 1
    if (iterations > FAST_CYCLES && iterations % 5 !== 0 && iterations < maxIterations) continue
    const found = measure()
    // Trimming may settle short of the targets: no progress is the end, not a failure to try.
    const closed = Math.abs(maxGap - found) / (iterations - measuredAt)
    const settled = trim !== undefined && closed < SETTLED * maxGap
    maxGap = found
    measuredAt = iterations
    if (settled) break
  }
  return { weights: mass.map((all, g) => all / counts[g]!), iterations, maxGap }
}

/** Scales each margin's categories to their targets, one margin after the other, in place. */
function cycle(
  mass: Float64Array,
  categoryOf: readonly Int32Array[],
  targets: readonly Float64Array[],
): void {
  let sums = sumsOf(mass, categoryOf[0]!, targets[0]!.length)
  for (let m = 0; m < targets.length; m++) {
    const factors = factorsFor(sums, targets[m]!)
    const next = categoryOf[m + 1]
    // The next margin is summed up on the same way through memory.
    if (next) sums = scaleAndSum(mass, [categoryOf[m]!, factors], [next, targets[m + 1]!.length])
    else scale(mass, categoryOf[m]!, factors)
  }
}

function sumsOf(mass: Float64Array, categoryOf: Int32Array, categories: number): Float64Array {
  const sums = new Float64Array(categories)
  for (let g = 0; g < mass.length; g++) sums[categoryOf[g]!]! += mass[g]!
  return sums
}

/** What scales each category to its target: the mean of the weights stays as it is. */
function factorsFor(sums: Float64Array, target: Float64Array): Float64Array {
  let total = 0
  for (let c = 0; c < sums.length; c++) total += sums[c]!
  return target.map((share, c) => (share === 0 ? 0 : (share * total) / sums[c]!))
}

function scale(mass: Float64Array, categoryOf: Int32Array, factors: Float64Array): void {
  for (let g = 0; g < mass.length; g++) mass[g]! *= factors[categoryOf[g]!]!
}

function scaleAndSum(
  mass: Float64Array,
  [categoryOf, factors]: readonly [Int32Array, Float64Array],
  [nextCategoryOf, nextCategories]: readonly [Int32Array, number],
): Float64Array {
  const sums = new Float64Array(nextCategories)
  for (let g = 0; g < mass.length; g++) {
    const scaled = mass[g]! * factors[categoryOf[g]!]!
    mass[g] = scaled
    sums[nextCategoryOf[g]!]! += scaled
  }
  return sums
}

/** Largest distance of a category from its target, in units. */
function gapOf(mass: Float64Array, categoryOf: Int32Array, target: Float64Array): number {
  const sums = sumsOf(mass, categoryOf, target.length)
  let total = 0
  for (let c = 0; c < sums.length; c++) total += sums[c]!
  let most = 0
  for (let c = 0; c < sums.length; c++)
    most = Math.max(most, Math.abs(sums[c]! - target[c]! * total))
  return most
}
