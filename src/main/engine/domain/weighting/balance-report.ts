import type { MarginFit, TrimReport } from '../../../../shared/contract/populations.ts'
import type { EncodedMargin } from './margin-of.ts'
import type { RakeMargin, RakeResult } from './rake.ts'
import type { Trim } from './trim.ts'

/** Shares as they are, beside the targets: there is no weight in it, so nothing can refuse. */
export function unweightedFits(margins: readonly EncodedMargin[], units: number): MarginFit[] {
  return margins.map((margin) => {
    const n = new Int32Array(margin.categories.length)
    for (const category of margin.categoryOf) if (category >= 0) n[category]! += 1
    const before = Float64Array.from(n, (count) => count / Math.max(1, units))
    return marginFit({ ...margin, n, before, after: before })
  })
}

type Fit = Pick<RakeMargin, 'name' | 'categories' | 'target'> & {
  n: Int32Array
  before: Float64Array
  after: Float64Array
}

/** How one margin is met, and its largest gap in points. */
export function marginFit({ name, categories, n, target, before, after }: Fit): MarginFit {
  const gaps = categories.map((_, c) => Math.abs(target[c]! - after[c]!))
  return {
    name,
    maxGapPoints: Math.max(0, ...gaps) * 100,
    categories: categories.map((category, i) => ({
      category,
      n: n[i]!,
      target: target[i]!,
      before: before[i]!,
      after: after[i]!,
    })),
  }
}

/** What bounds did to weights that would be `untrimmed` without them. */
export function trimReport(
  weights: Float64Array,
  { lower, upper, untrimmed }: Trim & { untrimmed: RakeResult },
): TrimReport {
  const near = 1e-9
  return {
    atLower: weights.reduce((count, weight) => count + (weight <= lower + near ? 1 : 0), 0),
    atUpper: weights.reduce((count, weight) => count + (weight >= upper - near ? 1 : 0), 0),
    untrimmedEffectiveN: untrimmed.effectiveN,
    untrimmedMaxWeight: rangeOf(untrimmed.weights).maxWeight,
  }
}

/** Least and greatest weight. */
export function rangeOf(weights: Float64Array): { minWeight: number; maxWeight: number } {
  let [minWeight, maxWeight] = [Infinity, 0]
  for (const weight of weights) {
    minWeight = Math.min(minWeight, weight)
    maxWeight = Math.max(maxWeight, weight)
  }
  return { minWeight, maxWeight }
}
