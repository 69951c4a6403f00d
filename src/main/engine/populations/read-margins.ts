import type { MarginsTable } from '../../../shared/contract/population-analysis.ts'
import { Margin } from '../../../shared/contract/populations.ts'
import { marginsFromCells } from '../domain/weighting/margins-table.ts'
import { MarginsTableError } from '../domain/weighting/margins-table-error.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/router.ts'
import { cellsOfTable } from './table-cells.ts'

/**
 * Margins from a table of counts or shares, as a spreadsheet or a statistical office writes it.
 *
 * @throws EngineError `invalid_input` naming the row or the variable, and what to do
 */
export function readMargins(table: string): MarginsTable {
  try {
    const { margins, notes } = marginsFromCells(cellsOfTable(table))
    const checked = Margin.array().max(20).safeParse(margins)
    if (!checked.success) throw invalidInput(checked.error.issues, 'margins')
    return { margins: checked.data, notes }
  } catch (error) {
    if (!(error instanceof MarginsTableError)) throw error
    throw new EngineError('invalid_input', error.message, {
      cause: error,
      details: [{ path: 'table', message: error.message }],
    })
  }
}
