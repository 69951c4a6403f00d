import { parquetWriteBuffer } from 'hyparquet-writer'
import type { ColumnKind } from '../../domain/evidence/column-kinds.ts'
import type { DataTable } from './data-table.ts'

const TYPES = { text: 'STRING', integer: 'INT32', number: 'DOUBLE' } as const

/**
 * The table as Parquet. Key-value metadata: `workbench` (study, run, manifest, rehearsal, design) and
 * `variables` (per column its label, measurement level and value labels), both JSON.
 */
export function writeParquet({ about, variables, columns }: DataTable): Uint8Array<ArrayBuffer> {
  const buffer = parquetWriteBuffer({
    columnData: variables.map(({ name, kind }, i) => ({
      name,
      data: columns[i] as (string | number | null)[],
      type: TYPES[kind.form],
    })),
    kvMetadata: [
      { key: 'workbench', value: JSON.stringify({ ...about, design: DESIGN }) },
      {
        key: 'variables',
        value: JSON.stringify(
          variables.map(({ name, label, kind, status }) => ({
            name,
            label,
            measure: kind.measure,
            ...valueLabels(kind),
            ...(status === null ? {} : { missing: `empty unless ${status} is valid` }),
          })),
        ),
      },
    ],
    createdBy: `Persona Workbench ${about.engineVersion}`,
  })
  return new Uint8Array(buffer)
}

const DESIGN = { unit: 'personaId', stratum: 'cohort', weight: 'weight' }

function valueLabels({ codes }: ColumnKind) {
  return codes ? { valueLabels: codes.map(({ value, label }) => ({ value, label })) } : {}
}
