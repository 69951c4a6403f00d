import type { AnswerPart } from './answer-parts.ts'

/** A part of everybody's answers as levels, made ready to be compared in many ways of splitting. */
export type PartLevels = {
  readonly kind: AnswerPart['kind']
  /** Place of each person's value among `levels`, −1 for none: shape [people]. */
  readonly levelOf: Int32Array
  readonly levels: number
  /** Of the range, from each level to the next one: shape [levels − 1]. */
  readonly steps: Float64Array
}

export function toLevels({ kind, range }: AnswerPart, values: Float64Array): PartLevels {
  const distinct = [...new Set(values.filter((value) => !Number.isNaN(value)))].toSorted(
    (a, b) => a - b,
  )
  const place = new Map(distinct.map((value, i) => [value, i]))
  return {
    kind,
    levelOf: Int32Array.from(values, (value) => place.get(value) ?? -1),
    levels: distinct.length,
    steps: Float64Array.from(distinct.slice(1), (value, i) => (value - distinct[i]!) / range),
  }
}

/**
 * How far apart two groups answer, 0–1; NaN where one of them has nobody. For codes the total
 * variation distance; for points of a scale the Wasserstein distance over the scale's range, which
 * also sees how far they moved (Kantorovich 1942); for numbers in a range somebody chose, the
 * Kolmogorov–Smirnov distance, which the range does not touch.
 *
 * @param isFirst  1 for the first group, 0 for the second: shape [people]
 */
export function distanceBetween(part: PartLevels, isFirst: Uint8Array): number {
  const { levelOf, levels } = part
  const counts = [new Int32Array(levels), new Int32Array(levels)] as const
  const totals = [0, 0] as [number, number]
  for (let i = 0; i < levelOf.length; i++) {
    const level = levelOf[i]!
    if (level < 0) continue
    const group = isFirst[i] === 1 ? 0 : 1
    counts[group][level]! += 1
    totals[group] += 1
  }
  if (totals[0] === 0 || totals[1] === 0) return Number.NaN
  return part.kind === 'nominal' ? variation(counts, totals) : ordered(part, counts, totals)
}

type Counts = readonly [Int32Array, Int32Array]
type Totals = readonly [number, number]

function variation([a, b]: Counts, [n, m]: Totals): number {
  let sum = 0
  for (let level = 0; level < a.length; level++) sum += Math.abs(a[level]! / n - b[level]! / m)
  return sum / 2
}

function ordered({ kind, steps }: PartLevels, [a, b]: Counts, [n, m]: Totals): number {
  let [gap, largest, area] = [0, 0, 0]
  for (let level = 0; level < steps.length; level++) {
    gap += a[level]! / n - b[level]! / m
    largest = Math.max(largest, Math.abs(gap))
    area += Math.abs(gap) * steps[level]!
  }
  // Shares that are added up may come to a little more than 1.
  return Math.min(1, kind === 'ranked' ? largest : area)
}
