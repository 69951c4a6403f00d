import type { TenantId } from '../../../shared/contract/ids.ts'
import type { MarginsTable } from '../../../shared/contract/population-analysis.ts'
import { Margin } from '../../../shared/contract/populations.ts'
import type { CohortDeps } from '../cohorts/cohorts.ts'
import { marginsFromCells } from '../domain/weighting/margins-table.ts'
import { MarginsTableError } from '../domain/weighting/margins-table-error.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { cellsOfTable } from './table-cells.ts'

/** People whose attributes are looked at for how a name is spelt. */
const LOOKED_AT = 2_000

/** As `readMargins`, with attributes spelt as the personas have them. @throws as `readMargins` */
export async function readMarginsFor(
  { people }: Pick<CohortDeps, 'people'>,
  tenantId: TenantId,
  table: string,
): Promise<MarginsTable> {
  const { margins, notes } = readMargins(table)
  const spelt = new Map<string, string>()
  for (const { attributes } of (await people(tenantId)).slice(0, LOOKED_AT))
    for (const key of Object.keys(attributes))
      spelt.set(`attributes.${key}`.toLocaleLowerCase('en'), `attributes.${key}`)
  const unknown = new Set<string>()
  const resolve = (field: string) => {
    const known = spelt.get(field.toLocaleLowerCase('en'))
    if (known === undefined && field.startsWith('attributes.')) unknown.add(field)
    return known ?? field
  }
  return {
    margins: margins.map((margin) => ({ ...margin, fields: margin.fields.map(resolve) })),
    notes: [
      ...notes,
      ...[...unknown].map((field) => `No persona has the attribute “${field.slice(11)}” yet.`),
    ],
  }
}

/**
 * Margins from a table of counts or shares, as a spreadsheet or a statistical office writes it.
 *
 * @param file  the table's name, for messages
 * @throws EngineError `invalid_input` naming the row or the variable, and what to do
 */
export function readMargins(table: string, file?: string): MarginsTable {
  try {
    const { margins, notes } = marginsFromCells(cellsOfTable(table))
    const checked = Margin.array().max(20).safeParse(margins)
    if (!checked.success) throw invalidInput(checked.error.issues, 'margins')
    return { margins: checked.data, notes }
  } catch (error) {
    if (!(error instanceof MarginsTableError)) throw error
    throw new EngineError('invalid_input', file ? `${file}: ${error.message}` : error.message, {
      cause: error,
      details: [{ path: file ?? 'table', message: error.message }],
    })
  }
}
