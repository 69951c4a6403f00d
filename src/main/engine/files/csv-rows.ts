import { CsvError, parse } from 'csv-parse/sync'
import { findSeparator } from '../domain/files/csv-columns.ts'
import type { Row } from '../domain/files/propose-from-rows.ts'
import { FileFault } from './file-fault.ts'

const MAX_CELL = 1_000_000

/** The first rows of a table, and how many there are beyond them. @throws FileFault */
export function readRows(text: string, limit: number): { rows: Row[]; more: number } {
  const rows: Row[] = []
  let count = 0
  try {
    parse(text, {
      delimiter: findSeparator(text),
      relax_column_count: true,
      // A quotation mark inside a cell that is not quoted stands for itself.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_CELL,
      // Rows beyond the limit are counted, not kept.
      on_record: (cells: string[]) => {
        count += 1
        if (rows.length < limit) rows.push({ cells, row: count })
        return null
      },
    })
  } catch (error) {
    if (error instanceof CsvError) throw toFault(error)
    throw error
  }
  return { rows, more: count - rows.length }
}

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark',
  CSV_MAX_RECORD_SIZE: 'it is longer than any row should be; is a quotation mark left open?',
}

function toFault(error: CsvError): FileFault {
  const { code, message } = error
  const line = (error as { lines?: number }).lines
  const where = line === undefined ? '' : `Line ${line}: `
  const cause = { cause: error }
  return new FileFault('invalid_input', `${where}${faults[code] ?? message}.`, cause)
}
