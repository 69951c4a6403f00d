import { bandLabels, type Bands } from './bands.ts'

/** A number with no more values than this is shown value by value: children, a scale from 1 to 7. */
export const FEW_VALUES = 8

type Cutting = {
  /** Bands wanted: 4 cuts at the quartiles. */
  readonly parts: number
  /** Numbers that a band holds at least, where there are as many. */
  readonly fewest?: number
}

/**
 * Bands that hold about as many numbers each, between bounds as round as a fifth of a band allows.
 * Equal numbers stay together: where many are equal, bands differ in size, and a cut that would leave
 * less than half a band on one side is not made. A band of one value is called by it.
 *
 * @param values  in any order, missing ones left out
 * @returns null where no more than `FEW_VALUES` differ
 */
export function cutNumbers(values: Float64Array, cutting: Cutting): Bands | null {
  const sorted = values.toSorted()
  if (new Set(sorted).size <= FEW_VALUES) return null
  const bounds = boundsOf(sorted, cutting)
  const wording = { whole: sorted.every(Number.isInteger), write: writeNumber }
  const starts = [0, ...bounds.map((bound) => countBelow(sorted, bound))]
  const labels = bandLabels(bounds, wording).map((label, i) => {
    const [first, last] = [sorted[starts[i]!]!, sorted[(starts[i + 1] ?? sorted.length) - 1]!]
    return first === last ? writeNumber(first) : label
  })
  return { bounds, labels }
}

/** Ascending; at least one, as not all are equal. */
function boundsOf(sorted: Float64Array, { parts, fewest = 1 }: Cutting): number[] {
  const n = sorted.length
  const least = Math.max(fewest, Math.ceil(n / (2 * parts)))
  const slack = n / (5 * parts)
  const bounds: number[] = []
  let before = 0
  for (let i = 1; i < parts; i++) {
    const [low, high] = [before + least, n - least]
    const at = Math.max((i * n) / parts, low)
    const near = {
      from: Math.max(low, Math.ceil(at - slack)),
      to: Math.min(high, Math.floor(at + slack)),
    }
    const cut = cutWithin(sorted, near, at) ?? cutNearest(sorted, { from: low, to: high }, at)
    if (cut === undefined) continue
    bounds.push(cut)
    before = countBelow(sorted, cut)
  }
  // Nearly all are equal, or there are hardly any: two groups are better than none.
  return bounds.length > 0 ? bounds : [cutNearest(sorted, { from: 1, to: n - 1 }, n / 2)!]
}

/** How many numbers may be below a cut. */
type Range = { readonly from: number; readonly to: number }

function cutWithin(sorted: Float64Array, { from, to }: Range, at: number): number | undefined {
  if (from > to || sorted[from - 1] === sorted[to]) return undefined
  return roundest(sorted[from - 1]!, sorted[to]!, sorted[Math.floor(at)]!)
}

/** Between the two different numbers that are nearest to a place. */
function cutNearest(sorted: Float64Array, { from, to }: Range, at: number): number | undefined {
  let nearest: number | undefined
  for (let i = from; i <= to; i++) {
    if (sorted[i - 1] === sorted[i]) continue
    if (nearest === undefined || Math.abs(i - at) < Math.abs(nearest - at)) nearest = i
  }
  return nearest === undefined
    ? undefined
    : roundest(sorted[nearest - 1]!, sorted[nearest]!, sorted[nearest]!)
}

/** The number with the fewest digits above `low`, up to `high`; of several, one near `wanted`. */
function roundest(low: number, high: number, wanted: number): number {
  const magnitude = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))))
  for (let power = magnitude; 10 ** power > (high - low) / 10; power--) {
    for (const digit of [10, 5, 2]) {
      const step = digit * 10 ** (power - 1)
      for (const times of [Math.round(wanted / step), Math.floor(high / step)]) {
        const found = tidy(times * step)
        if (found > low && found <= high) return found
      }
    }
  }
  return high
}

/** Without what binary fractions leave: 0.30000000000000004 is 0.3. Never −0. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0
}

function countBelow(sorted: Float64Array, bound: number): number {
  const found = sorted.findIndex((value) => value >= bound)
  return found === -1 ? sorted.length : found
}

/** As English writes it, but without a comma in four digits: they may be a year. */
function writeNumber(value: number): string {
  const [whole, fraction] = String(value).split('.') as [string, string?]
  if (/e/.test(String(value)) || whole.replace('-', '').length < 5) return String(value)
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
