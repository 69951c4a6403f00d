import type { Domain, SurveyDesign } from './design.ts'
import type { Resamples } from './resamples.ts'
import { unitsOf } from './units.ts'

export type BestPrice = {
  /** Index of the price that earns most; −1 if none is accepted. */
  readonly at: number
  /** Where the middle 95 % of the resamples put it: indices, with `at` among them. */
  readonly lower: number
  readonly upper: number
  /** Share of the resamples in which each price earns most: shape [prices]. */
  readonly wins: Float64Array
}

/**
 * The price asked about with the highest price × share that accepts it (Gabor & Granger 1966), and
 * how sure that is by resampling personas. Of prices that earn the same, the lowest is taken.
 *
 * @param prices   ascending
 * @param highest  index of the highest price each row accepts, −1 for none: shape [rows]
 */
export function bestPrice(
  design: SurveyDesign,
  { prices, highest }: { prices: readonly number[]; highest: Int32Array },
  domain: Domain,
  { replicates, times, factor }: Resamples,
): BestPrice {
  const { unitOf, stratumOf } = unitsOf(design)
  const units = stratumOf.length
  const rows = [...domain.keys()].filter((row) => domain[row] && highest[row]! >= 0)
  const unit = Int32Array.from(rows, (row) => unitOf[row]!)
  const at = Int32Array.from(rows, (row) => highest[row]!)
  const weight = Float64Array.from(rows, (row) => design.weight[row]!)
  const drawn = weight.map((w, i) => w * factor[unit[i]!]!)
  // The share's denominator is the same at every price: the best one does not depend on it.
  const accepted = new Float64Array(prices.length)
  weight.forEach((w, i) => (accepted[at[i]!]! += w))
  const best = earnsMost(prices, accepted)
  const wins = new Float64Array(prices.length)
  const found: number[] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    accepted.fill(0)
    const first = replicate * units
    for (let i = 0; i < unit.length; i++) accepted[at[i]!]! += drawn[i]! * times[first + unit[i]!]!
    const winner = earnsMost(prices, accepted)
    if (winner < 0) continue
    wins[winner]! += 1 / replicates
    found.push(winner)
  }
  found.sort((a, b) => a - b)
  const end = (share: number) => found[Math.round(share * (found.length - 1))] ?? best
  return { at: best, lower: Math.min(best, end(0.025)), upper: Math.max(best, end(0.975)), wins }
}

/** @param acceptedUpTo  weight of those whose highest price is each one */
function earnsMost(prices: readonly number[], acceptedUpTo: Float64Array): number {
  let best = -1
  let most = 0
  let accepting = 0
  for (let price = prices.length - 1; price >= 0; price--) {
    accepting += acceptedUpTo[price]!
    const earned = prices[price]! * accepting
    if (earned > 0 && earned >= most) {
      most = earned
      best = price
    }
  }
  return best
}
