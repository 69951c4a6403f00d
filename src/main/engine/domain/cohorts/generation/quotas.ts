import { largestRemainder } from '../../statistics/largest-remainder.ts'
import { CROSS, plainCategory } from '../../weighting/margin-of.ts'
import type { JointCells } from './fit-joint.ts'
import type { Table } from './tables.ts'

const MAX_MOVES = 20_000

/**
 * How many people each cell of a joint distribution gets. One table: its exact quotas by largest
 * remainder. Several: the cells by largest remainder, then people are moved, one at a time, from
 * cells of categories with too many to cells of categories with too few for as long as that brings
 * the tables nearer to their own quotas (controlled rounding by local search; Cox 1987 states the
 * problem).
 *
 * @returns shape [cells], sums to `count`
 */
export function quotasOf({ cells, tables, fields }: JointCells, count: number): number[] {
  const counts = largestRemainder(
    cells.map(({ share }) => share),
    count,
  )
  if (tables.length === 1) return counts
  const readings = tables.map((table) => readTable(table, { cells, fields }, count))
  const excess = readings.map(({ quota, cellOf }) => {
    const over = quota.map((wanted) => -wanted)
    counts.forEach((n, cell) => (over[cellOf[cell]!]! += n))
    return over
  })
  for (let move = 0; move < MAX_MOVES; move++) {
    const step = bestMove(counts, { cells, readings, excess })
    if (!step) break
    const [from, to] = step
    counts[from]! -= 1
    counts[to]! += 1
    readings.forEach(({ cellOf }, t) => {
      excess[t]![cellOf[from]!]! -= 1
      excess[t]![cellOf[to]!]! += 1
    })
  }
  return counts
}

type Reading = {
  /** Category of the table that each cell is in. */
  readonly cellOf: readonly number[]
  readonly quota: readonly number[]
}

function readTable(
  table: Table,
  { cells, fields }: Pick<JointCells, 'cells' | 'fields'>,
  count: number,
): Reading {
  const places = table.fields.map((field) => fields.indexOf(field))
  const index = new Map(
    table.cells.map(({ categories }, i) => [categories.map(plainCategory).join(CROSS), i]),
  )
  const cellOf = cells.map(
    ({ categories }) =>
      index.get(places.map((at) => plainCategory(categories[at]!)).join(CROSS)) ?? -1,
  )
  const quota = largestRemainder(
    table.cells.map(({ share }) => share),
    count,
  )
  return { cellOf, quota }
}

type Search = {
  readonly cells: JointCells['cells']
  readonly readings: readonly Reading[]
  readonly excess: readonly (readonly number[])[]
}

/** The cells to move one person between: most gained, then the likelier cell to arrive in. */
function bestMove(
  counts: readonly number[],
  { cells, readings, excess }: Search,
): readonly [from: number, to: number] | undefined {
  const at = (cell: number) =>
    readings.reduce((sum, { cellOf }, t) => sum + Math.sign(excess[t]![cellOf[cell]!] ?? 0), 0)
  const scores = cells.map((_, cell) => at(cell))
  const possible = scores.map((score, cell) => ({ score, cell, share: cells[cell]!.share }))
  const from = possible
    .filter(({ cell, score }) => counts[cell]! > 0 && score > 0)
    .reduce<(typeof possible)[number] | undefined>(
      (best, each) => (!best || each.score > best.score ? each : best),
      undefined,
    )
  const to = possible
    .filter(({ share, score }) => share > 0 && score < 0)
    .reduce<(typeof possible)[number] | undefined>(
      (best, each) =>
        !best || each.score < best.score || (each.score === best.score && each.share > best.share)
          ? each
          : best,
      undefined,
    )
  return from && to && from.cell !== to.cell ? [from.cell, to.cell] : undefined
}
