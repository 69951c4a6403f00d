import type { Domain, SurveyDesign } from '../statistics/design.ts'

const BINS = 12

export type Bin = {
  readonly from: number
  readonly to: number
  /** Weighted, 0–1. */
  readonly share: number
  readonly n: number
  /** The interval as it is written: `[10, 20)`, the last one closed. */
  readonly value: string
}

/** Weighted histogram of a domain in equal bins from its lowest number to its highest. */
export function histogramOf(design: SurveyDesign, values: Float64Array, domain: Domain): Bin[] {
  const rows = [...domain.keys()].filter((row) => domain[row])
  const inside = rows.map((row) => values[row]!)
  const low = inside.reduce((a, b) => Math.min(a, b), Infinity)
  const high = inside.reduce((a, b) => Math.max(a, b), -Infinity)
  const width = (high - low) / BINS || 1
  // The same edges sort the answers here and find them in the database.
  const edges = Array.from({ length: BINS + 1 }, (_, i) => low + i * width)
  edges[BINS] = Math.max(high, edges[BINS]!)
  const total = rows.reduce((sum, row) => sum + design.weight[row]!, 0)
  const shares = new Float64Array(BINS)
  const counts = new Int32Array(BINS)
  for (const row of rows) {
    const bin = binOf(edges, values[row]!)
    shares[bin]! += design.weight[row]! / total
    counts[bin]! += 1
  }
  return Array.from(shares, (share, i) => {
    const [from, to] = [edges[i]!, edges[i + 1]!]
    return { from, to, share, n: counts[i]!, value: `[${from}, ${to}${i === BINS - 1 ? ']' : ')'}` }
  })
}

function binOf(edges: readonly number[], value: number): number {
  let bin = BINS - 1
  while (bin > 0 && value < edges[bin]!) bin -= 1
  return bin
}

const INTERVAL = /^\[(-?\d[\d.e+-]*), (-?\d[\d.e+-]*)([)\]])$/

/** @returns undefined for what is no interval */
export function readInterval(
  text: string,
): { from: number; to: number; isClosed: boolean } | undefined {
  const [, from, to, end] = INTERVAL.exec(text) ?? []
  if (from === undefined || to === undefined) return undefined
  const interval = { from: Number(from), to: Number(to), isClosed: end === ']' }
  return Number.isFinite(interval.from) && Number.isFinite(interval.to) ? interval : undefined
}
