import { answerOnce } from '../../workers/answer-once.ts'
import type { ReportDocument } from '../report/report-document.ts'
import type { DataTable } from './data-table.ts'
import type { Sheet } from './workbook.ts'

/** A file to write, with all that goes into it. */
export type ExportWork =
  | { readonly format: 'parquet' | 'sav' | 'dta'; readonly table: DataTable }
  | { readonly format: 'xlsx'; readonly sheets: readonly Sheet[] }
  | { readonly format: 'pdf'; readonly document: ReportDocument }

// Each writer is loaded by who needs it.
answerOnce<ExportWork, Uint8Array<ArrayBuffer>>(async (work) => {
  switch (work.format) {
    case 'parquet':
      return (await import('./write-parquet.ts')).writeParquet(work.table)
    case 'sav':
      return (await import('./write-sav.ts')).writeSav(work.table)
    case 'dta':
      return (await import('./write-dta.ts')).writeDta(work.table)
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(work.sheets)
    case 'pdf':
      return (await import('../report/report-pdf.ts')).renderPdf(work.document)
  }
})
