import { bandLabels } from '../criteria/bands.ts'

/** Numbers from `from` up to, not including, `to`. */
export type Band = { readonly from: number; readonly to: number }

const PATTERNS: readonly [RegExp, (a: number, b: number) => Band][] = [
  [/^(?:under|below|less than|up to and under|<)\s*([\d.]+)$/, (a) => ({ from: -Infinity, to: a })],
  [/^(?:up to|≤|<=)\s*(\d+)$/, (a) => ({ from: -Infinity, to: a + 1 })],
  [/^([\d.]+)\s*(?:[-–—]|to)\s*under\s*([\d.]+)$/, (a, b) => ({ from: a, to: b })],
  [/^(\d+)\s*(?:[-–—]|to|bis|à)\s*(\d+)$/, (a, b) => ({ from: a, to: b + 1 })],
  [
    /^([\d.]+)\s*(?:\+|(?:and|or|&)\s*(?:over|older|more|above))$/,
    (a) => ({ from: a, to: Infinity }),
  ],
  [/^(?:over|above|>)\s*(\d+)$/, (a) => ({ from: a + 1, to: Infinity })],
  [/^(?:≥|>=|at least|from)\s*([\d.]+)$/, (a) => ({ from: a, to: Infinity })],
]

/** "18–34", "18 to 34 years", "55+", "55 and over", "under 18", "<18"; undefined for other text. */
export function readBand(category: string): Band | undefined {
  const text = category
    .trim()
    .toLocaleLowerCase('en')
    .replace(/^ages?\s+/, '')
    .replace(/\s*(?:years?(?:\s+old)?|yrs?)\b\.?/g, '')
    .trim()
  for (const [pattern, toBand] of PATTERNS) {
    const found = pattern.exec(text)
    if (!found) continue
    const band = toBand(Number(found[1]), Number(found[2] ?? 0))
    if (!Number.isNaN(band.from) && band.to > band.from) return band
  }
  return undefined
}

/** A single number, such as a household of "1" beside one of "4+", is a band as well. */
export function readBandOrNumber(category: string): Band | undefined {
  const band = readBand(category)
  if (band) return band
  return /^\d+$/.test(category.trim())
    ? { from: Number(category), to: Number(category) + 1 }
    : undefined
}

/**
 * Where bands begin, ascending. A band's end begins another, so that a gap between two bands is a
 * band of its own, without a target.
 */
export function boundsOf(bands: readonly Band[]): number[] {
  const edges = bands.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite)
  return [...new Set(edges)].toSorted((a, b) => a - b)
}

/** What a band is called among bounds; undefined when another bound lies inside it. */
export function bandLabel({ from, to }: Band, bounds: readonly number[]): string | undefined {
  const at = from === -Infinity ? 0 : bounds.indexOf(from) + 1
  const end = bounds[at] ?? Infinity
  return end === to ? bandLabels(bounds)[at] : undefined
}
