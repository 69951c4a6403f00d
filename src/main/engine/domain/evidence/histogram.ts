import type { Domain, SurveyDesign } from '../statistics/design.ts'

/** About as many as can be told apart at a glance. */
const MOST_BINS = 12

export type Bin = {
  readonly from: number
  readonly to: number
  /** Weighted, 0–1. */
  readonly share: number
  readonly n: number
  /** The interval as it is written: `[10, 20)`, the last one closed. */
  readonly value: string
}

/** Weighted histogram of a domain in equal bins that begin at round numbers. */
export function histogramOf(design: SurveyDesign, values: Float64Array, domain: Domain): Bin[] {
  const rows = [...domain.keys()].filter((row) => domain[row])
  const inside = rows.map((row) => values[row]!)
  const low = inside.reduce((a, b) => Math.min(a, b), Infinity)
  const high = inside.reduce((a, b) => Math.max(a, b), -Infinity)
  // The same edges sort the answers here and find them in the database.
  const edges = roundEdges(low, high)
  const bins = edges.length - 1
  const total = rows.reduce((sum, row) => sum + design.weight[row]!, 0)
  const shares = new Float64Array(bins)
  const counts = new Int32Array(bins)
  for (const row of rows) {
    const bin = binOf(edges, values[row]!)
    shares[bin]! += design.weight[row]! / total
    counts[bin]! += 1
  }
  return Array.from(shares, (share, i) => {
    const [from, to] = [edges[i]!, edges[i + 1]!]
    return { from, to, share, n: counts[i]!, value: `[${from}, ${to}${i === bins - 1 ? ']' : ')'}` }
  })
}

/** Edges 1, 2 or 5 times a power of ten apart that hold every number from `low` to `high`. */
function roundEdges(low: number, high: number): number[] {
  const width = (high - low) / MOST_BINS || 1
  const exponent = Math.floor(Math.log10(width))
  const size = 10 ** Math.abs(exponent)
  const isFine = exponent < 0
  const unit = isFine ? 1 / size : size
  const factor = [1, 2, 5].find((one) => one * unit >= width * (1 - 1e-9)) ?? 10
  // Divided, not multiplied by a fraction: 0.3, not 0.30000000000000004.
  const edgeAt = (index: number) => (isFine ? (index * factor) / size : index * factor * size)
  let first = Math.floor(low / (factor * unit))
  if (edgeAt(first) > low) first -= 1
  let last = Math.max(first + 1, Math.ceil(high / (factor * unit)))
  if (edgeAt(last) < high) last += 1
  return Array.from({ length: last - first + 1 }, (_, i) => edgeAt(first + i))
}

function binOf(edges: readonly number[], value: number): number {
  let bin = edges.length - 2
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
