import { stringify } from 'csv-stringify/sync'

/** Rows of a piece: about 5 ms of work. */
const ROWS_PER_PIECE = 100

type Row = Readonly<Record<string, unknown>>
/** @param columns  names in their order: a file without rows has its header all the same */
type WriteRows = (rows: readonly Row[], columns: readonly string[], isFirst: boolean) => string

/** The rows as text, a few at a time: no more of the file than that is in memory. */
export function* rowPieces(
  all: Iterable<Row>,
  columns: readonly string[],
  write: WriteRows,
): Generator<string> {
  let rows: Row[] = []
  let isFirst = true
  for (const row of all) {
    rows.push(row)
    if (rows.length < ROWS_PER_PIECE) continue
    yield write(rows, columns, isFirst)
    isFirst = false
    rows = []
  }
  if (rows.length > 0 || isFirst) yield write(rows, columns, isFirst)
}

export function toCsv(rows: readonly Row[], columns: readonly string[], isFirst: boolean): string {
  return stringify([...rows], {
    header: isFirst,
    columns: [...columns],
    // A spreadsheet runs what begins like a formula, and answers come from a model.
    escape_formulas: true,
    // Readers end the line at a zero character, and the columns after it are lost.
    cast: { string: (text) => text.replaceAll('\0', '') },
  })
}

export function toJsonl(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}
