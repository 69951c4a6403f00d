import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'

/** Rows written between two turns of the event loop: about 5 ms. */
const ROWS_PER_TURN = 100

type Row = Readonly<Record<string, unknown>>
type WriteRows = (rows: readonly Row[], isFirst: boolean) => string

/** The rows as text, a few at a time: ten thousand answers block nobody. */
export async function writeRows(all: Iterable<Row>, write: WriteRows): Promise<string> {
  const pieces: string[] = []
  let rows: Row[] = []
  for (const row of all) {
    rows.push(row)
    if (rows.length < ROWS_PER_TURN) continue
    pieces.push(write(rows, pieces.length === 0))
    rows = []
    await setImmediate()
  }
  pieces.push(write(rows, pieces.length === 0))
  return pieces.join('')
}

export function toCsv(rows: readonly Row[], isFirst: boolean): string {
  // A spreadsheet runs what begins like a formula, and answers come from a model.
  return stringify([...rows], { header: isFirst, escape_formulas: true })
}

export function toJsonl(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}
