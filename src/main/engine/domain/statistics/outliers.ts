import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** Order statistics that the medcouple is computed on at most: it takes the square of them. */
const MOST_FOR_MEDCOUPLE = 300
/** MAD of a normal variable, in SD. */
const MAD_TO_SD = 1.4826
/** Iglewicz & Hoaglin (1993). */
const FAR_IN_MAD = 3.5
const QUARTILE = 0.6744897501960817
/** The range of the quartiles knows a normal SD as well as a sample of this part of the size does. */
const QUARTILE_RANGE_EFFICIENCY = 0.37
const LEAST_VALUES = 10

export type Outliers = {
  /** Indices of the values beyond a fence. */
  readonly indices: readonly number[]
  readonly lower: number
  readonly upper: number
  /** −1 … 1: skew by the medcouple (Brys, Hubert & Struyf 2004). */
  readonly medcouple: number
}

/**
 * Values that lie apart: beyond the fences of the boxplot adjusted for skew (Hubert & Vandervieren
 * 2008) and more than 3.5 robust SD (MAD) from the median; amounts, which are never negative, on the
 * scale of their logarithm too, since many are lognormal. The fences are set so far out that a normal
 * sample of this size seldom has a value beyond them, and skew moves one out but none in: in small
 * samples it is mostly noise. Where half the values are one, the 5th and 95th percentiles take the
 * place of the quartiles.
 *
 * @param inError  chance, in normal data, that the whole sample has a value beyond the fences
 */
export function findOutliers(values: readonly number[], inError: number): Outliers {
  const found = beyondFences(values, inError)
  if (found.indices.length === 0 || values.some((value) => value < 0)) return found
  const centre = quantile(Float64Array.from(values).sort(), 0.5)
  // A little more than nothing has a logarithm as well.
  const logs = values.map((value) => Math.log(value + centre / 10 || Number.MIN_VALUE))
  const onLogs = new Set(beyondFences(logs, inError).indices)
  return { ...found, indices: found.indices.filter((i) => onLogs.has(i)) }
}

function beyondFences(values: readonly number[], inError: number): Outliers {
  const sorted = Float64Array.from(values).sort()
  const none = { indices: [], lower: -Infinity, upper: Infinity, medcouple: 0 }
  if (sorted.length < LEAST_VALUES) return none
  const box = boxOf(sorted)
  if (!box) return none
  const { low, high, centre, width, distance } = box
  const skew = medcouple(thinned(sorted), centre)
  const far = tQuantile(
    1 - inError / (2 * sorted.length),
    QUARTILE_RANGE_EFFICIENCY * sorted.length,
  )
  const reach = Math.max(1.5, (far - distance) / (2 * distance))
  const lower = low - reach * Math.exp(Math.max(0, -4 * skew)) * width
  const upper = high + reach * Math.exp(Math.max(0, 3 * skew)) * width
  const mad = medianDistance(sorted, centre)
  const isFar = (value: number) =>
    (value < lower || value > upper) && Math.abs(value - centre) > FAR_IN_MAD * MAD_TO_SD * mad
  return {
    indices: [...values.keys()].filter((i) => isFar(values[i]!)),
    lower,
    upper,
    medcouple: skew,
  }
}

/** Quartiles, or percentiles farther out where the quartiles are one; undefined where all but a few are. */
function boxOf(sorted: Float64Array) {
  const centre = quantile(sorted, 0.5)
  for (const [tail, distance] of [
    [0.25, QUARTILE],
    [0.05, normalQuantile(0.95, 0, 1)],
  ] as const) {
    const [low, high] = [quantile(sorted, tail), quantile(sorted, 1 - tail)]
    if (high > low) return { low, high, centre, width: high - low, distance }
  }
  return undefined
}

function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const above = Math.min(sorted.length - 1, below + 1)
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!)
}

function medianDistance(sorted: Float64Array, centre: number): number {
  return quantile(sorted.map((value) => Math.abs(value - centre)).sort(), 0.5)
}

/** Evenly spaced order statistics. */
function thinned(sorted: Float64Array): Float64Array {
  if (sorted.length <= MOST_FOR_MEDCOUPLE) return sorted
  return Float64Array.from({ length: MOST_FOR_MEDCOUPLE }, (_, i) =>
    quantile(sorted, i / (MOST_FOR_MEDCOUPLE - 1)),
  )
}

/** Median over pairs about the centre of ((b − c) − (c − a)) / (b − a). */
export function medcouple(sorted: Float64Array, centre: number): number {
  const below = sorted.filter((value) => value <= centre)
  const above = sorted.filter((value) => value >= centre)
  const ties = sorted.filter((value) => value === centre).length
  const kernel = new Float64Array(below.length * above.length)
  let at = 0
  for (const [i, a] of below.entries())
    for (const [j, b] of above.entries()) {
      if (b > a) kernel[at++] = (b - centre - (centre - a)) / (b - a)
      // Both at the centre: by their places among the ties, so that these cancel.
      else kernel[at++] = Math.sign(j + (below.length - 1 - i) - (ties - 1)) || 0
    }
  return quantile(kernel.sort(), 0.5)
}
