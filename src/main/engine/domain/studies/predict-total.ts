import type { Range } from '../../../../shared/contract/estimate.ts'

/** What was seen of one unit: how many units, their mean and variance. */
export type Seen = { readonly n: number; readonly mean: number; readonly variance: number }

const Z_90 = 1.645
/** Nothing that is to come is surer than this. */
const LEAST_RELATIVE = 0.05

/**
 * The sum over `units` like those seen, with the bounds that it keeps in about nine of ten cases: a
 * prediction interval of a sum, for what varies from unit to unit and for the mean not being known
 * (Hahn & Meeker 1991, 4.8).
 *
 * @param otherwise  factor on both bounds where what is to come differs from what was seen; 1: it does not
 */
export function predictTotal({ n, mean, variance }: Seen, units: number, otherwise = 1): Range {
  const likely = units * mean
  const error = Z_90 * Math.sqrt(units * variance * (1 + units / Math.max(1, n)))
  const relative = likely === 0 ? 0 : Math.max(LEAST_RELATIVE, error / likely)
  return {
    low: Math.floor(Math.max(0, (likely * (1 - Math.min(1, relative))) / otherwise)),
    likely: Math.round(likely),
    high: Math.ceil(likely * (1 + relative) * otherwise),
  }
}
