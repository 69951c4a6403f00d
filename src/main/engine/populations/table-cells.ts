import { CsvError, parse } from 'csv-parse/sync'
import { MarginsTableError } from '../domain/weighting/margins-table-error.ts'

/**
 * Cells of a table as text: a paste from a spreadsheet (tabs), or CSV with semicolons or commas,
 * whichever the first line has. Quoted cells and a byte-order mark are read as such.
 *
 * @throws MarginsTableError with the line where a quote is not closed
 */
export function cellsOfTable(text: string): string[][] {
  const first = text.trimStart().split(/\r?\n/, 1)[0] ?? ''
  const delimiter = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ','
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    })
    return rows.filter((row) => row.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new MarginsTableError(`The table cannot be read: ${error.message}`)
  }
}
