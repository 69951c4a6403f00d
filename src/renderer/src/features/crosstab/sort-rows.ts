import type { Crosstab, CrosstabRow } from '../../../../shared/contract/crosstab.ts'

/** A column by its place, or all columns together. */
export type SortColumn = number | 'all'
export type Sort = { readonly column: SortColumn; readonly isAscending: boolean }

/** `0`, `all` or, upwards, `-0`: as an address keeps it. */
export function readSort(text: string | undefined): Sort | null {
  const [, minus, column] = /^(-?)(\d+|all)$/.exec(text ?? '') ?? []
  if (column === undefined) return null
  return { column: column === 'all' ? column : Number(column), isAscending: minus === '-' }
}

export function writeSort({ column, isAscending }: Sort): string {
  return `${isAscending ? '-' : ''}${column}`
}

/** The next order of a column: highest first, lowest first, then as asked. */
export function nextSort(current: Sort | null, column: SortColumn): Sort | null {
  if (current?.column !== column) return { column, isAscending: false }
  return current.isAscending ? null : { column, isAscending: true }
}

/**
 * Rows by their numbers in a column. Shares change places with shares and means with means of one
 * group; everyone and quartiles stay where they are.
 */
export function sortRows(table: Crosstab, sort: Sort | null): Crosstab {
  if (sort === null) return table
  const { rows } = table
  const numberOf = ({ total, cells }: CrosstabRow) =>
    (sort.column === 'all' ? total : cells[sort.column])?.estimate.estimate ?? -Infinity
  const direction = sort.isAscending ? 1 : -1
  const places = Map.groupBy(rows.keys(), (at) => groupOf(rows[at]!))
  const sorted = [...rows]
  for (const [group, at] of places) {
    if (group === null) continue
    const inOrder = at
      .map((place) => rows[place]!)
      .toSorted((a, b) => direction * (numberOf(a) - numberOf(b)) || 0)
    at.forEach((place, i) => (sorted[place] = inOrder[i]!))
  }
  return { ...table, rows: sorted }
}

/** What a row may change places with; null: nothing. */
function groupOf({ kind, value, group, isShare }: CrosstabRow): string | null {
  if (value === '__all' || kind === 'quantile') return null
  return [kind, group, isShare].join()
}
