import { CROSS, plainCategory } from '../../weighting/margin-of.ts'
import type { Table } from './tables.ts'

/** A joint distribution over fields that some tables tie together. */
export type JointCells = {
  readonly fields: readonly string[]
  readonly bands: Readonly<Record<string, readonly number[]>>
  readonly cells: readonly { readonly categories: readonly string[]; readonly share: number }[]
  readonly tables: readonly Table[]
}

export type JointFit =
  | { readonly parts: JointCells[]; readonly fitted: boolean }
  /** What contradicts what, in words. */
  | { readonly conflict: string }

/** Cells beyond which a fit would not end soon. */
const MAX_CELLS = 200_000
const ROUNDS = 500
/** Largest gap, as a share, that two tables may have on what they both say. */
const AGREE = 0.005
const TOLERANCE = 1e-9

/**
 * Joint distributions that meet every table: tables without a field in common stay apart and are
 * crossed at random; those that share one are fitted by iterative proportional fitting from an even
 * start (Deming & Stephan 1940), so that whatever no table says is independent.
 */
export function fitJoint(tables: readonly Table[]): JointFit {
  const parts: JointCells[] = []
  let fitted = false
  for (const group of connected(tables)) {
    if (group.length > 1) fitted = true
    const part = group.length === 1 ? alone(group[0]!) : fitGroup(group)
    if ('conflict' in part) return part
    parts.push(part)
  }
  return { parts, fitted }
}

/** Tables that share a field, directly or through others. */
function connected(tables: readonly Table[]): Table[][] {
  const groups: Table[][] = []
  for (const table of tables) {
    const touching = groups.filter((group) =>
      group.some(({ fields }) => fields.some((field) => table.fields.includes(field))),
    )
    const rest = groups.filter((group) => !touching.includes(group))
    groups.splice(0, groups.length, ...rest, [...touching.flat(), table])
  }
  return groups
}

function alone(table: Table): JointCells {
  return { fields: table.fields, bands: bandsOf([table]), cells: table.cells, tables: [table] }
}

function bandsOf(tables: readonly Table[]): Record<string, readonly number[]> {
  const bands = tables.flatMap((table) =>
    table.bands && table.fields.includes('age') ? [['age', table.bands] as const] : [],
  )
  return Object.fromEntries(bands)
}

function fitGroup(tables: readonly Table[]): JointCells | { readonly conflict: string } {
  const fields = [...new Set(tables.flatMap((table) => table.fields))]
  const categories = fields.map((field) => categoriesOf(field, tables))
  const size = categories.reduce((product, list) => product * list.length, 1)
  if (size > MAX_CELLS)
    return {
      conflict: `Crossing ${fields.join(', ')} makes ${size} cells, more than can be fitted: give fewer categories`,
    }
  const cells = cross(categories)
  const keysOf = tables.map((table) => {
    const places = table.fields.map((field) => fields.indexOf(field))
    return cells.map((cell) => places.map((at) => plainCategory(cell[at]!)).join(CROSS))
  })
  const wanted = tables.map(
    (table) =>
      new Map(
        table.cells.map(({ categories: of, share }) => [of.map(plainCategory).join(CROSS), share]),
      ),
  )
  const shares = new Float64Array(cells.length).fill(1 / cells.length)
  let gap = Infinity
  for (let round = 0; round < ROUNDS && gap > TOLERANCE; round++) {
    gap = 0
    for (let t = 0; t < tables.length; t++)
      gap = Math.max(gap, adjust(shares, keysOf[t]!, wanted[t]!))
  }
  if (gap > AGREE)
    return {
      conflict: `${tables.map(({ name }) => name).join(' and ')} contradict each other on what they share, by up to ${(gap * 100).toFixed(1)} points`,
    }
  return {
    fields,
    bands: bandsOf(tables),
    cells: cells.map((of, i) => ({ categories: of, share: shares[i]! })),
    tables,
  }
}

/** Scales the cells of each category to its share. @returns the largest gap there was */
function adjust(
  shares: Float64Array,
  keys: readonly string[],
  wanted: ReadonlyMap<string, number>,
): number {
  const sums = new Map<string, number>()
  keys.forEach((key, i) => sums.set(key, (sums.get(key) ?? 0) + shares[i]!))
  let gap = 0
  for (const [key, share] of wanted) gap = Math.max(gap, Math.abs(share - (sums.get(key) ?? 0)))
  keys.forEach((key, i) => {
    const sum = sums.get(key)!
    shares[i] = sum === 0 ? 0 : (shares[i]! * (wanted.get(key) ?? 0)) / sum
  })
  return gap
}

/** Categories of a field over all tables, as they are first written. */
function categoriesOf(field: string, tables: readonly Table[]): string[] {
  const known = new Map<string, string>()
  for (const table of tables) {
    const at = table.fields.indexOf(field)
    if (at === -1) continue
    for (const { categories } of table.cells) {
      const category = categories[at]!
      if (!known.has(plainCategory(category))) known.set(plainCategory(category), category)
    }
  }
  return [...known.values()]
}

function cross(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (cells, list) => cells.flatMap((cell) => list.map((category) => [...cell, category])),
    [[]],
  )
}
