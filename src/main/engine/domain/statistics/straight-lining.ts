import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** Answers to items on one scale. */
export type ScaleAnswers = {
  readonly items: number
  /** Points of the scale. */
  readonly points: number
  /** 1 … points, person by person: shape [people, items]. */
  readonly answers: Uint8Array
}

const NODES = 61
const WIDEST = 4.5
/** A loading of 1 would leave an item nothing of its own. */
const MOST_LOADING = 0.98

/**
 * Share of people that answers like these would make give one point throughout, without anybody
 * taking a short cut: ordinal items with these marginals and one factor behind them, as strong as
 * their correlations say (centroid loadings, Thurstone 1931; correlations disattenuated for the cut
 * into points). Independent items are the special case without a factor.
 */
export function expectedStraight(scale: ScaleAnswers): number {
  const marginals = marginalsOf(scale)
  const thresholds = marginals.map(thresholdsOf)
  const loadings = loadingsOf(scale, marginals, thresholds)
  const step = (2 * WIDEST) / (NODES - 1)
  let total = 0
  let mass = 0
  for (let node = 0; node < NODES; node++) {
    const z = -WIDEST + node * step
    const density = Math.exp((-z * z) / 2)
    mass += density
    total += density * straightGiven(z, thresholds, loadings)
  }
  return total / mass
}

/** Chance of one point throughout, given the factor: Σ over points of Π over items. */
function straightGiven(
  z: number,
  thresholds: readonly Float64Array[],
  loadings: readonly number[],
): number {
  const points = thresholds[0]!.length + 1
  const product = new Float64Array(points).fill(1)
  thresholds.forEach((cuts, item) => {
    const loading = loadings[item]!
    const rest = Math.sqrt(1 - loading * loading)
    let below = 0
    for (let point = 0; point < points; point++) {
      const upTo = point === points - 1 ? 1 : normalCdf((cuts[point]! - loading * z) / rest, 0, 1)
      product[point]! *= upTo - below
      below = upTo
    }
  })
  return product.reduce((sum, value) => sum + value, 0)
}

/** Shares of the points, per item. */
function marginalsOf({ items, points, answers }: ScaleAnswers): Float64Array[] {
  const counts = Array.from({ length: items }, () => new Float64Array(points))
  const people = answers.length / items
  for (let i = 0; i < answers.length; i++) counts[i % items]![answers[i]! - 1]! += 1 / people
  return counts
}

/** Φ⁻¹ of the cumulative shares; ±∞ where a point at the end was never chosen. */
function thresholdsOf(shares: Float64Array): Float64Array {
  let cumulative = 0
  return shares.subarray(0, -1).map((share) => {
    cumulative += share
    if (cumulative <= 1e-12) return -Infinity
    return cumulative >= 1 - 1e-12 ? Infinity : normalQuantile(cumulative, 0, 1)
  })
}

function loadingsOf(
  scale: ScaleAnswers,
  marginals: readonly Float64Array[],
  thresholds: readonly Float64Array[],
): number[] {
  const { items } = scale
  const correlations = correlationsOf(scale)
  // Cutting a normal variable into points keeps Σφ(τ)/SD of a correlation (Olsson et al. 1982).
  const kept = thresholds.map((cuts, item) => {
    const heights = cuts.reduce((sum, cut) => sum + Math.exp((-cut * cut) / 2), 0)
    return heights / Math.sqrt(2 * Math.PI) / deviationOf(marginals[item]!)
  })
  const latent = (a: number, b: number) => {
    const r = correlations[a * items + b]! / (kept[a]! * kept[b]!)
    return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : 0
  }
  const sums = Array.from({ length: items }, (_, a) =>
    Array.from({ length: items }, (__, b) => (a === b ? 0 : latent(a, b))).reduce(
      (x, y) => x + y,
      0,
    ),
  )
  // Communalities on the diagonal: the mean correlation of the item with the others.
  const withOwn = sums.map((sum) => sum + Math.max(0, sum / (items - 1)))
  const total = withOwn.reduce((sum, value) => sum + value, 0)
  if (!(total > 0)) return sums.map(() => 0)
  return withOwn.map((sum) =>
    Math.max(-MOST_LOADING, Math.min(MOST_LOADING, sum / Math.sqrt(total))),
  )
}

function deviationOf(shares: Float64Array): number {
  const mean = shares.reduce((sum, share, point) => sum + share * point, 0)
  return Math.sqrt(shares.reduce((sum, share, point) => sum + share * (point - mean) ** 2, 0))
}

/** Pearson's, NaN where an item does not vary: shape [items, items]. */
function correlationsOf({ items, answers }: ScaleAnswers): Float64Array {
  const people = answers.length / items
  const means = new Float64Array(items)
  for (let i = 0; i < answers.length; i++) means[i % items]! += answers[i]! / people
  const products = new Float64Array(items * items)
  for (let start = 0; start < answers.length; start += items)
    for (let a = 0; a < items; a++)
      for (let b = 0; b <= a; b++)
        products[a * items + b]! +=
          (answers[start + a]! - means[a]!) * (answers[start + b]! - means[b]!)
  const result = new Float64Array(items * items)
  for (let a = 0; a < items; a++)
    for (let b = 0; b <= a; b++) {
      const r =
        products[a * items + b]! / Math.sqrt(products[a * items + a]! * products[b * items + b]!)
      result[a * items + b] = r
      result[b * items + a] = r
    }
  return result
}

/** P(at least `hits` of `trials`) where each hits with chance `share` (binomial). */
export function atLeast(hits: number, trials: number, share: number): number {
  if (hits <= 0) return 1
  if (share <= 0) return 0
  if (share >= 1) return 1
  const odds = Math.log(share / (1 - share))
  let logTerm = trials * Math.log(1 - share)
  let below = 0
  for (let k = 0; k < hits; k++) {
    below += Math.exp(logTerm)
    logTerm += Math.log((trials - k) / (k + 1)) + odds
  }
  return Math.max(0, 1 - below)
}

/** Mean over people of the SD of their points, and of the longest run of one point. */
export function spreadWithin({ items, answers }: ScaleAnswers): {
  deviation: number
  longestRun: number
} {
  const people = answers.length / items
  let deviations = 0
  let runs = 0
  for (let start = 0; start < answers.length; start += items) {
    let [sum, squares, run, longest] = [0, 0, 0, 0]
    for (let i = 0; i < items; i++) {
      const point = answers[start + i]!
      sum += point
      squares += point * point
      run = i > 0 && point === answers[start + i - 1] ? run + 1 : 1
      if (run > longest) longest = run
    }
    deviations += Math.sqrt(Math.max(0, (squares - (sum * sum) / items) / (items - 1)))
    runs += longest
  }
  return { deviation: deviations / people, longestRun: runs / people }
}
