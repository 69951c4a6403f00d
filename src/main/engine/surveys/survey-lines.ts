import { CsvError, parse, type Info } from 'csv-parse/sync'
import { findSeparator } from '../domain/files/csv-columns.ts'
import { SurveyFault, type BadLine, type SurveyLine } from '../domain/surveys/column-data.ts'
import { headOf, type TableHead, type TableRecord } from '../domain/surveys/table-head.ts'

export type SurveyTable = Pick<TableHead, 'header' | 'texts' | 'notes'> & {
  readonly lines: readonly SurveyLine[]
  /** Rows with other cells than the header has. */
  readonly badLines: readonly BadLine[]
  /** What separates the columns. */
  readonly separator: string
}

const MOST_CELLS = 40_000_000
const MOST_COLUMNS = 2000

/**
 * A table as text: what separates its cells is found from it. Cells are trimmed; columns without a
 * name are called by their place, and of two with one name the second is numbered.
 *
 * @throws SurveyFault when it is no table
 */
export function linesOfTable(text: string): SurveyTable {
  const { records, separator } = parsed(text.replace(/^\uFEFF/, ''))
  const { header, texts, rows, notes } = headOf(records)
  if (rows.length === 0)
    throw new SurveyFault('The file has no row below the one that names the columns.')
  if (header.length > MOST_COLUMNS)
    throw new SurveyFault(
      `The table has ${header.length} columns; at most ${MOST_COLUMNS} are read.`,
    )
  if (rows.length * header.length > MOST_CELLS)
    throw new SurveyFault('The table has more than 40 million cells: leave out columns.')
  const lines: SurveyLine[] = []
  const badLines: BadLine[] = []
  for (const { line, cells } of rows) {
    const own = withoutEmptyEnd(cells, header.length)
    if (own.length === header.length) lines.push({ line, cells: own.map(cleaned) })
    else {
      const message = `has ${cells.length} cells where the first line has ${header.length}`
      badLines.push({ line, message })
    }
  }
  return { header, texts, notes, lines, badLines, separator }
}

/** Some programs end every row but the first with a separator. */
function withoutEmptyEnd(cells: readonly string[], width: number): readonly string[] {
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')
    ? cells.slice(0, width)
    : cells
}

const MOST_TITLES = 5

/** A title above the table has no columns: what separates them is then looked for below it. */
function parsed(text: string): { records: TableRecord[]; separator: string } {
  const body = text.replace(
    new RegExp(`^(?:[^,;\\t|\\r\\n]*\\r?\\n){1,${MOST_TITLES}}(?=.*[,;\\t|])`),
    '',
  )
  const separator = findSeparator(body)
  return { separator, records: recordsOf(text, separator) }
}

function recordsOf(text: string, separator: string): TableRecord[] {
  try {
    const found = parse(text, {
      info: true,
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: Info }[]
    return found.map(({ record }, i) => ({
      cells: record,
      line: i === 0 ? 1 : found[i - 1]!.info.lines + 1,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new SurveyFault(`The table cannot be read: ${error.message}.`)
  }
}

function cleaned(cell: string): string {
  return cell.trim().slice(0, 300)
}
