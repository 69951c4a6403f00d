import { answerOnce } from '../../workers/answer-once.ts'
import type { DataTable } from './data-table.ts'
import type { Sheet } from './workbook.ts'

/** A file to write, with all that goes into it. */
export type ExportWork =
  | { readonly format: 'parquet'; readonly table: DataTable }
  | { readonly format: 'xlsx'; readonly sheets: readonly Sheet[] }

// Each writer is loaded by who needs it.
answerOnce<ExportWork, Uint8Array<ArrayBuffer>>(async (work) => {
  switch (work.format) {
    case 'parquet':
      return (await import('./write-parquet.ts')).writeParquet(work.table)
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(work.sheets)
  }
})
