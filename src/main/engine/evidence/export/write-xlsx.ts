import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { Sheet, SheetCell } from './workbook.ts'

const WIDTH = 16
/** What a cell holds at most; a longer text makes the file one that Excel repairs. */
const MOST_CHARACTERS = 32_767
/** The sheets as a workbook. Numbers are numbers; text is text, also where it begins like a formula. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map(({ name, rows, widths }) => ({
    sheet: name,
    data: toData(rows, widths === undefined),
    stickyRowsCount: widths === undefined ? 1 : 0,
    columns: (widths ?? rows[0]!.map(() => WIDTH)).map((width) => ({ width })),
  }))
  return new Uint8Array(await writeExcelFile(written).toBuffer())
}

function toData(rows: readonly (readonly SheetCell[])[], hasHeader: boolean): SheetData {
  return rows.map((row, at) =>
    row.map((cell, i) => {
      const isHead = hasHeader ? at === 0 : i === 0
      const head = isHead ? ({ fontWeight: 'bold' } as const) : {}
      if (cell === null) return null
      if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
      const value = cell.slice(0, MOST_CHARACTERS)
      // A wrapped text is read on the first sheet; in tables it would make every row tall.
      return { value, type: String, ...head, ...(hasHeader ? {} : { wrap: true }) }
    }),
  )
}
