import { uniform } from '../random.ts'
import { shortCells, type GapCell, type GapMargin } from './gap-cells.ts'
import { rake } from './rake.ts'
import { InfeasibleMarginError } from './rake-margin.ts'
import { createTargetSampler, type TargetSampler } from './target-sampler.ts'

export type Gap = GapCell & {
  /** People to add so that the unweighted share meets the target. */
  readonly missing: number
  readonly costsEffectiveN: number | null
  readonly effectiveNWith: number | null
}
export type GapsFound = {
  /** People who are in a category with a target in every margin. */
  readonly size: number
  readonly effectiveN: number | null
  readonly gaps: Gap[]
}

/** As many as anybody will read, and each costs a raking. */
const MOST_GAPS = 24
/** People added to see what a gap costs; a larger gap is judged by a part of it. */
const MOST_ADDED = 5_000

/**
 * What is missing from a panel, ranked by how much it costs. A gap's cost is what Kish's effective n
 * of today's people loses by it: n·(1/deff with the missing people − 1/deff without them), where the
 * missing are random people of the target within the cell and everybody is raked anew, untrimmed.
 */
export function findGaps(margins: readonly GapMargin[]): GapsFound {
  const usable = usableOnly(margins)
  const size = usable[0]?.categoryOf.length ?? 0
  const today = effectiveNOf(usable)
  const draw = createTargetSampler(usable)
  const cells = size === 0 ? [] : shortCells(usable, size).slice(0, MOST_GAPS)
  const gaps = cells.map((cell) => withCost(cell, { margins: usable, size, today, draw }))
  return { size, effectiveN: today, gaps: gaps.toSorted(byCost) }
}

type Setting = {
  margins: readonly GapMargin[]
  size: number
  today: number | null
  draw: TargetSampler
}

function withCost(cell: GapCell, { margins, size, today, draw }: Setting): Gap {
  const missing = Math.max(1, Math.ceil((size * cell.share - cell.n) / (1 - cell.share)))
  const added = Math.min(missing, MOST_ADDED)
  const fixed = new Map(cell.parts.map(({ margin, category }) => [margin, category]))
  const people = Array.from({ length: added }, (_, i) =>
    draw((margin) => uniform('missing', i, margin), fixed),
  )
  const filled = margins.map((margin, m) => ({
    ...margin,
    categoryOf: joined(margin.categoryOf, people, m),
  }))
  const effectiveNWith = effectiveNOf(filled)
  const costsEffectiveN =
    today === null || effectiveNWith === null
      ? null
      : Math.max(0, (effectiveNWith * size) / (size + added) - today)
  return { ...cell, missing, costsEffectiveN, effectiveNWith }
}

function joined(categoryOf: Int32Array, people: readonly Int32Array[], margin: number): Int32Array {
  const all = new Int32Array(categoryOf.length + people.length)
  all.set(categoryOf)
  people.forEach((person, i) => (all[categoryOf.length + i] = person[margin]!))
  return all
}

/** Null where no weights meet the margins. */
function effectiveNOf(margins: readonly GapMargin[]): number | null {
  const n = margins[0]?.categoryOf.length ?? 0
  if (n === 0) return null
  try {
    const options = { tolerance: 1e-6, maxIterations: 200 }
    const { converged, maxGapPoints, effectiveN } = rake(
      new Float64Array(n).fill(1),
      margins,
      options,
    )
    return converged || maxGapPoints < 0.1 ? effectiveN : null
  } catch (error) {
    if (error instanceof InfeasibleMarginError) return null
    throw error
  }
}

/** Only people that every margin has a place for; targets made to sum to 1. */
function usableOnly(margins: readonly GapMargin[]): GapMargin[] {
  const units = margins[0]?.categoryOf.length ?? 0
  const kept: number[] = []
  for (let i = 0; i < units; i++)
    if (margins.every(({ categoryOf, target }) => (target[categoryOf[i]!] ?? 0) > 0)) kept.push(i)
  return margins.map((margin) => {
    const sum = margin.target.reduce((total, share) => total + share, 0) || 1
    return {
      ...margin,
      categoryOf: Int32Array.from(kept, (i) => margin.categoryOf[i]!),
      target: margin.target.map((share) => share / sum),
    }
  })
}

/** What blocks comes first, the most people first; then what costs most. */
function byCost(a: Gap, b: Gap): number {
  return (
    Number(b.isBlocking) - Number(a.isBlocking) ||
    (b.costsEffectiveN ?? 0) - (a.costsEffectiveN ?? 0) ||
    b.missing - a.missing
  )
}
