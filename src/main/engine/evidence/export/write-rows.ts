import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'

/** Rows written between two turns of the event loop: about 5 ms. */
const ROWS_PER_TURN = 100

type Row = Readonly<Record<string, unknown>>
type WriteRows = (rows: readonly Row[], isFirst: boolean) => string

/**
 * The rows as text, a few at a time and only as fast as they are read: ten thousand answers block
 * nobody, and no more of the file than a few rows is in memory.
 */
export function streamRows(all: Iterable<Row>, write: WriteRows): ReadableStream<Uint8Array> {
  const pieces = piecesOf(all, write)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      await setImmediate()
      const { value, done } = pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}

function* piecesOf(all: Iterable<Row>, write: WriteRows): Generator<string> {
  let rows: Row[] = []
  let isFirst = true
  for (const row of all) {
    rows.push(row)
    if (rows.length < ROWS_PER_TURN) continue
    yield write(rows, isFirst)
    isFirst = false
    rows = []
  }
  if (rows.length > 0) yield write(rows, isFirst)
}

export function toCsv(rows: readonly Row[], isFirst: boolean): string {
  // A spreadsheet runs what begins like a formula, and answers come from a model.
  return stringify([...rows], { header: isFirst, escape_formulas: true })
}

export function toJsonl(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}
