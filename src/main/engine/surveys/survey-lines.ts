import { CsvError, parse, type Info } from 'csv-parse/sync'
import { findSeparator } from '../domain/files/csv-columns.ts'
import { SurveyFault, type BadLine, type SurveyLine } from '../domain/surveys/read-survey.ts'

export type SurveyTable = {
  readonly header: readonly string[]
  readonly lines: readonly SurveyLine[]
  /** Rows with other cells than the header has. */
  readonly badLines: readonly BadLine[]
}

const MOST_CELLS = 40_000_000
const MOST_COLUMNS = 2000
const MAX_NAME = 200

/**
 * A table as text: what separates its cells is found from it. Cells are trimmed; columns without a
 * name are called by their place.
 *
 * @throws SurveyFault when it is no table, or two columns have one name
 */
export function linesOfTable(text: string): SurveyTable {
  const records = parsed(text)
  const [first, ...rest] = records
  if (!first || rest.length === 0)
    throw new SurveyFault('The file has no row below the one that names the columns.')
  const header = first.record.map(
    (name, at) => name.trim().slice(0, MAX_NAME) || `column ${at + 1}`,
  )
  if (header.length > MOST_COLUMNS)
    throw new SurveyFault(
      `The table has ${header.length} columns; at most ${MOST_COLUMNS} are read.`,
    )
  const twice = header.find((name, at) => header.indexOf(name) !== at)
  if (twice !== undefined) throw new SurveyFault(`Two columns are called “${twice}”.`)
  if (rest.length * header.length > MOST_CELLS)
    throw new SurveyFault('The table has more than 40 million cells: leave out columns.')
  const lines: SurveyLine[] = []
  const badLines: BadLine[] = []
  let line = first.info.lines + 1
  for (const { record, info } of rest) {
    if (record.length === header.length) lines.push({ line, cells: record.map(cleaned) })
    else {
      const message = `has ${record.length} cells where the first line has ${header.length}`
      badLines.push({ line, message })
    }
    line = info.lines + 1
  }
  return { header, lines, badLines }
}

type Parsed = { record: string[]; info: Info }

function parsed(text: string): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      delimiter: findSeparator(text.replace(/^\uFEFF/, '')),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new SurveyFault(`The table cannot be read: ${error.message}.`)
  }
}

function cleaned(cell: string): string {
  return cell.trim().slice(0, 300)
}
