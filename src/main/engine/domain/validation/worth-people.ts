import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'

/** What one item's mean missed people's by. */
export type ItemError = {
  /** Personas minus people, in human standard deviations. */
  readonly difference: number
  /** People asked (effective n). */
  readonly people: number
}

export type WorthPeople = {
  /** People whose survey would miss by as much, at most those who were asked. */
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** The limit was reached: the personas may be worth more, these people cannot tell. */
  readonly atLimit: boolean
  readonly items: number
}

const FEWEST_ITEMS = 10
const DRAWS = 2000

/**
 * How many people's survey the personas are worth: mean σ² over mean (d² − v), where d is the
 * difference of an item's means and v what the people's own sampling adds to it; here in units of
 * σ, so σ² = 1 and v = 1/n. The interval is a percentile bootstrap over items (Efron & Tibshirani
 * 1993). Null under ten items: a lucky item would decide.
 */
export function worthPeople(items: readonly ItemError[], seed: number): WorthPeople | null {
  if (items.length < FEWEST_ITEMS) return null
  const limit = Math.min(...items.map(({ people }) => people))
  const generator = xoroshiro128plus(seed)
  const draws = Array.from({ length: DRAWS }, () =>
    pooled(
      items.map(() => items[uniformInt(generator, 0, items.length - 1)]!),
      limit,
    ),
  ).toSorted((a, b) => a - b)
  const estimate = pooled(items, limit)
  return {
    estimate,
    lower: draws[Math.floor(0.025 * DRAWS)]!,
    upper: draws[Math.ceil(0.975 * DRAWS) - 1]!,
    atLimit: estimate >= limit,
    items: items.length,
  }
}

function pooled(items: readonly ItemError[], limit: number): number {
  const excess =
    items.reduce((sum, { difference, people }) => sum + difference ** 2 - 1 / people, 0) /
    items.length
  return excess > 0 ? Math.min(limit, 1 / excess) : limit
}
