import type { CompositionField } from '../../../../../shared/contract/cohort-analysis.ts'
import { bandAt, bandsFor } from './bands-for.ts'
import type { Column, NumberColumn } from './columns.ts'

/** Categories shown by name; the rest are "other". */
const SHOWN = 8
const MOST_ATTRIBUTES = 12
export const UNKNOWN = 'unknown'
const OTHER = 'other'

/** A field of everybody, counted once: the cohort is counted against it. */
export type FieldSpread = {
  readonly column: Column
  readonly categories: readonly string[]
  /** Bands are shown in order and all of them. */
  readonly isOrdered: boolean
  /** Place in `categories`, −1 for unknown; a list has its own bits: shape [people]. */
  readonly categoryOf: Int32Array
  /** Of everybody, per category: shape [categories]. */
  readonly counts: Int32Array
  readonly mean: number | null
}

/** How everybody is spread over each field. Pauses after each. */
export function* spreadFields(
  columns: readonly Column[],
  people: number,
): Generator<void, FieldSpread[]> {
  const everybody = Int32Array.from({ length: people }, (_, i) => i)
  const spreads: FieldSpread[] = []
  for (const column of columns) {
    const { categories, categoryOf } = categorised(column)
    const spread = { column, categories, categoryOf, isOrdered: column.kind === 'number' }
    const counts = countIn(spread, everybody)
    const mean = column.kind === 'number' ? momentsOf(column, everybody).mean : null
    spreads.push({ ...spread, counts, mean })
    yield
  }
  return spreads
}

/**
 * How members are spread over each field, against everybody. Fields that set them apart by more
 * than a random pick of their number would be come first; of the attributes, the most telling. Pauses after each field.
 *
 * @param members  places, ascending
 * @param defining  fields that the criteria name
 */
export function* compositionOf(
  spreads: readonly FieldSpread[],
  members: Int32Array,
  defining: ReadonlySet<string>,
): Generator<void, CompositionField[]> {
  const compared: ReturnType<typeof compare>[] = []
  for (const spread of spreads) {
    compared.push(compare(spread, members, defining.has(spread.column.field)))
    yield
  }
  const fields = compared.toSorted((a, b) => b.beyondChance - a.beyondChance)
  let attributes = 0
  return fields
    .filter(({ shown }) => !shown.field.startsWith('attributes.') || attributes++ < MOST_ATTRIBUTES)
    .map(({ shown }) => shown)
}

function compare(
  spread: FieldSpread,
  members: Int32Array,
  defining: boolean,
): { shown: CompositionField; beyondChance: number } {
  const { column } = spread
  const people = spread.categoryOf.length
  const counts = countIn(spread, members)
  const missing = members.length - knownAmong(column, members)
  const rows = [
    ...shownRows(spread, counts),
    { category: UNKNOWN, n: missing, of: people - column.known },
  ].filter(({ n, of }) => n > 0 || of > 0)
  const shares = rows.map(({ category, n, of }) => ({
    category,
    n,
    share: members.length === 0 ? 0 : n / members.length,
    workspaceShare: people === 0 ? 0 : of / people,
  }))
  const moments = column.kind === 'number' ? momentsOf(column, members) : undefined
  const distance = members.length === 0 ? 0 : variation(shares)
  return {
    shown: {
      field: column.field,
      label: column.label,
      kind: column.kind,
      categories: shares,
      missing,
      mean: moments?.mean ?? null,
      sd: moments?.sd ?? null,
      workspaceMean: spread.mean,
      distance,
      defining,
    },
    beyondChance: distance - expectedByChance(shares, members.length, people),
  }
}

type Row = { readonly category: string; readonly n: number; readonly of: number }

function shownRows({ categories, counts: all, isOrdered }: FieldSpread, counts: Int32Array): Row[] {
  const rows = categories.map((category, i) => ({ category, n: counts[i]!, of: all[i]! }))
  if (isOrdered) return rows
  const sorted = rows.toSorted((a, b) => b.n - a.n || b.of - a.of)
  if (sorted.length <= SHOWN + 1) return sorted
  const rest = sorted.slice(SHOWN)
  return [
    ...sorted.slice(0, SHOWN),
    {
      category: OTHER,
      n: rest.reduce((sum, { n }) => sum + n, 0),
      of: rest.reduce((sum, { of }) => sum + of, 0),
    },
  ]
}

type Shares = readonly { readonly share: number; readonly workspaceShare: number }[]

/** Total variation distance. Where one can have several values, of all that was named. */
function variation(shares: Shares): number {
  const total = shares.reduce((sum, one) => sum + one.share, 0)
  const of = shares.reduce((sum, one) => sum + one.workspaceShare, 0)
  const gaps = shares.map((one) => Math.abs(one.share / total - one.workspaceShare / of))
  return Math.min(1, gaps.reduce((sum, gap) => sum + gap, 0) / 2)
}

/** Of a random pick without putting back; E|X/n − p| ≈ √(2p(1−p)/πn), and never over 2p. */
function expectedByChance(shares: Shares, n: number, people: number): number {
  if (n === 0 || people <= 1) return 0
  const finite = Math.sqrt((people - n) / (people - 1))
  const gaps = shares.map(({ workspaceShare: p }) =>
    Math.min(2 * p, Math.sqrt((2 * p * Math.max(0, 1 - p)) / (Math.PI * n)) * finite),
  )
  return gaps.reduce((sum, gap) => sum + gap, 0) / 2
}

function categorised(column: Column): Pick<FieldSpread, 'categories' | 'categoryOf'> {
  if (column.kind === 'list')
    return {
      categories: column.categories,
      categoryOf: Int32Array.from(column.bits, (bits) => (bits === 0 ? -1 : 0)),
    }
  if (column.kind !== 'number') return { categories: column.categories, categoryOf: column.codes }
  const bands = bandsFor(
    column.field,
    column.values.filter((value) => !Number.isNaN(value)),
  )
  const place = new Map(bands.labels.map((label, i) => [label, i]))
  const categoryOf = Int32Array.from(column.values, (value) =>
    Number.isNaN(value) ? -1 : place.get(bandAt(value, bands))!,
  )
  return { categories: bands.labels, categoryOf }
}

function countIn(
  { column, categories, categoryOf }: Pick<FieldSpread, 'column' | 'categories' | 'categoryOf'>,
  members: Int32Array,
): Int32Array {
  const counts = new Int32Array(categories.length)
  for (const i of members) {
    if (column.kind !== 'list') {
      if (categoryOf[i]! >= 0) counts[categoryOf[i]!]! += 1
      continue
    }
    for (let c = 0; c < counts.length; c++) if (column.bits[i]! & (1 << c)) counts[c]! += 1
  }
  return counts
}

function knownAmong(column: Column, members: Int32Array): number {
  let known = 0
  for (const i of members) if (isKnown(column, i)) known += 1
  return known
}

function isKnown(column: Column, i: number): boolean {
  switch (column.kind) {
    case 'number':
      return !Number.isNaN(column.values[i]!)
    case 'list':
      return column.bits[i] !== 0
    default:
      return column.codes[i]! >= 0
  }
}

/** Null where nobody has a number; the standard deviation needs two. */
function momentsOf({ values }: NumberColumn, members: Int32Array) {
  let [n, mean, squares] = [0, 0, 0]
  for (const i of members) {
    const value = values[i]!
    if (Number.isNaN(value)) continue
    n += 1
    const off = value - mean
    mean += off / n
    squares += off * (value - mean)
  }
  return { mean: n > 0 ? mean : null, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null }
}
