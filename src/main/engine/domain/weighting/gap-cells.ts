import type { RakeMargin } from './rake-margin.ts'

/** A margin and the variables it is about; margins that share one cannot be crossed. */
export type GapMargin = RakeMargin & { readonly fields: readonly string[] }

/** A crossing of margins with fewer people than its target share asks for. */
export type GapCell = {
  readonly parts: readonly { readonly margin: number; readonly category: number }[]
  readonly n: number
  readonly expected: number
  /** Product of the targets, 0–1. */
  readonly share: number
  /** A category with a target and nobody in it: no weights exist. */
  readonly isBlocking: boolean
}

/** A cell is short when it is this many Poisson standard deviations under its expectation … */
const SHORT_BY = 2.5
/** … and has less than this part of it. */
const SHORT_PART = 2 / 3
/** A crossing says something new when it is shorter than what it crosses by this factor. */
const SHORTER_BY = 0.5
/** Crossings of three are looked through up to this many choices of three margins. */
const MOST_TRIPLES = 400
/** A crossing of more cells has hardly anybody expected in any of them. */
const MOST_CELLS = 200_000
/** Single categories come first: with so many of those short, crossings say nothing more. */
const MOST_FOUND = 1_000

/**
 * Crossings of one, two and three margins that are under-represented, those first that are furthest
 * from their expectation. A crossing that is as short as one of its parts is not named beside it.
 *
 * @param units  persons: shape of every margin's `categoryOf`
 */
export function shortCells(margins: readonly GapMargin[], units: number): GapCell[] {
  const found: GapCell[] = []
  for (const subset of subsets(margins)) {
    if (found.length >= MOST_FOUND) break
    const cells = shortCellsOf(margins, subset, units)
    found.push(...cells.filter((cell) => !found.some((parent) => explains(parent, cell))))
  }
  return found.toSorted(
    (a, b) => Number(b.isBlocking) - Number(a.isBlocking) || distance(b) - distance(a),
  )
}

function isShort({ n, expected, isBlocking }: Omit<GapCell, 'parts'>): boolean {
  const gap = expected - n
  return isBlocking || (n < SHORT_PART * expected && gap >= SHORT_BY * Math.sqrt(expected))
}

/** Pearson's (observed − expected)² / expected. */
function distance({ n, expected }: GapCell): number {
  return (expected - n) ** 2 / expected
}

function explains(parent: GapCell, cell: GapCell): boolean {
  const isPart = parent.parts.every(({ margin, category }) =>
    cell.parts.some((part) => part.margin === margin && part.category === category),
  )
  if (!isPart || parent.parts.length === cell.parts.length) return false
  return cell.n / cell.expected >= SHORTER_BY * (parent.n / parent.expected)
}

/** Choices of one, two and three margins about different variables. */
function subsets(margins: readonly GapMargin[]): number[][] {
  const one = margins.map((_, m) => [m])
  const more = (smaller: readonly number[][]) =>
    smaller.flatMap((subset) =>
      margins.flatMap((margin, m) =>
        m > subset.at(-1)! && subset.every((other) => areApart(margin, margins[other]!))
          ? [[...subset, m]]
          : [],
      ),
    )
  const two = more(one)
  const three = more(two)
  return [...one, ...two, ...(three.length <= MOST_TRIPLES ? three : [])]
}

function areApart(a: GapMargin, b: GapMargin): boolean {
  return !a.fields.some((field) => b.fields.includes(field))
}

/** Cells of one crossing that have a target and are short of people. */
function shortCellsOf(
  margins: readonly GapMargin[],
  subset: readonly number[],
  units: number,
): GapCell[] {
  const sizes = subset.map((m) => margins[m]!.categories.length)
  const cells = sizes.reduce((product, size) => product * size, 1)
  if (cells > MOST_CELLS) return []
  const counts = countCells(margins, subset, { cells, units })
  const found: GapCell[] = []
  for (let cell = 0; cell < cells; cell++) {
    const share = shareOf(margins, subset, cell)
    if (share === 0 || share >= 1) continue
    const n = counts[cell]!
    const isBlocking = n === 0 && subset.length === 1
    const short = { n, expected: share * units, share, isBlocking }
    if (isShort(short)) found.push({ ...short, parts: partsOf(cell, subset, sizes) })
  }
  return found
}

function countCells(
  margins: readonly GapMargin[],
  subset: readonly number[],
  { cells, units }: { cells: number; units: number },
): Int32Array {
  const counts = new Int32Array(cells)
  for (let i = 0; i < units; i++) {
    let cell = 0
    for (const m of subset) cell = cell * margins[m]!.categories.length + margins[m]!.categoryOf[i]!
    counts[cell]! += 1
  }
  return counts
}

/** Product of the targets of a cell's categories; the last margin turns fastest. */
function shareOf(margins: readonly GapMargin[], subset: readonly number[], cell: number): number {
  let share = 1
  let rest = cell
  for (let s = subset.length - 1; s >= 0; s--) {
    const { target } = margins[subset[s]!]!
    share *= target[rest % target.length]!
    rest = Math.floor(rest / target.length)
  }
  return share
}

function partsOf(cell: number, subset: readonly number[], sizes: readonly number[]) {
  const parts: { margin: number; category: number }[] = []
  let rest = cell
  for (let s = subset.length - 1; s >= 0; s--) {
    parts.unshift({ margin: subset[s]!, category: rest % sizes[s]! })
    rest = Math.floor(rest / sizes[s]!)
  }
  return parts
}
