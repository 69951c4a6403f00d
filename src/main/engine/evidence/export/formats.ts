import type { RunEvidence } from '../../../../shared/contract/arm-evidence.ts'
import type { ExportQuery } from '../../../../shared/contract/evidence.ts'
import type { TenantId } from '../../../../shared/contract/ids.ts'
import type { z } from 'zod'
import type { ReadDb } from '../../db/schema.ts'
import { resultRows } from '../../domain/evidence/result-rows.ts'
import { getManifestText } from '../../studies/manifest.ts'
import type { RunRecord } from '../gather.ts'
import { reportDocument } from '../report/document-of.ts'
import { reportContext } from '../report/report-context.ts'
import type { ReportDocument } from '../report/report-document.ts'
import { renderReport } from '../report/report-html.ts'
import { answerRows } from './answer-rows.ts'
import { answerTable, interviewTable, type TableAbout } from './data-table.ts'
import { codebookRows, interviewRows } from './interview-table.ts'
import { rScript } from './r-script.ts'
import { workbookOf } from './workbook.ts'
import { rowPieces, toCsv, toJsonl } from './write-rows.ts'

export type ExportFormat = z.infer<typeof ExportQuery>['format']

/** What a file is written from. */
export type ExportSource = {
  readonly db: ReadDb
  readonly tenantId: TenantId
  readonly record: RunRecord
  readonly about: TableAbout
  /** Of formats that need it. */
  readonly evidence: RunEvidence | null
}
/** A file, or the pieces of one. */
type Written = string | Uint8Array<ArrayBuffer> | Iterable<string>
type Format = {
  /** What the file's name ends with. */
  readonly suffix: string
  readonly type: string
  readonly needsEvidence?: true
  write(source: ExportSource): Written | Promise<Written>
}

const CSV = 'text/csv; charset=utf-8'

// What is large is loaded by who needs it.
export const formats: Record<ExportFormat, Format> = {
  csv: {
    suffix: 'answers.csv',
    type: CSV,
    write: ({ record }) => rowPieces(answerRows(record), toCsv),
  },
  jsonl: {
    suffix: 'answers.jsonl',
    type: 'application/x-ndjson',
    write: ({ record }) => rowPieces(answerRows(record), toJsonl),
  },
  table: {
    suffix: 'interviews.csv',
    type: CSV,
    write: ({ record }) => rowPieces(interviewRows(record), toCsv),
  },
  codebook: {
    suffix: 'codebook.csv',
    type: CSV,
    write: ({ record }) => toCsv([...codebookRows(record)], true),
  },
  results: {
    suffix: 'results.csv',
    type: CSV,
    needsEvidence: true,
    write: ({ about: { rehearsal }, evidence }) =>
      toCsv(
        [...resultRows(evidence!)].map((row) => ({ ...row, label: rehearsal })),
        true,
      ),
  },
  parquet: {
    suffix: 'interviews.parquet',
    type: 'application/vnd.apache.parquet',
    async write({ record, about }) {
      const { writeParquet } = await import('./write-parquet.ts')
      return writeParquet(await interviewTable(record, about))
    },
  },
  'parquet-answers': {
    suffix: 'answers.parquet',
    type: 'application/vnd.apache.parquet',
    async write({ record, about }) {
      const { writeParquet } = await import('./write-parquet.ts')
      return writeParquet(await answerTable(record, about))
    },
  },
  sav: {
    suffix: 'interviews.sav',
    type: 'application/x-spss-sav',
    async write({ record, about }) {
      const { writeSav } = await import('./write-sav.ts')
      return writeSav(await interviewTable(record, about))
    },
  },
  dta: {
    suffix: 'interviews.dta',
    type: 'application/x-stata-dta',
    async write({ record, about }) {
      const { writeDta } = await import('./write-dta.ts')
      return writeDta(await interviewTable(record, about))
    },
  },
  xlsx: {
    suffix: 'results.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needsEvidence: true,
    async write({ record, about, evidence }) {
      const { writeXlsx } = await import('./write-xlsx.ts')
      return writeXlsx(workbookOf(record, evidence!, await interviewTable(record, about)))
    },
  },
  r: {
    suffix: 'main-table.R',
    type: 'text/x-r; charset=utf-8',
    write: ({ record, about }) =>
      rScript(record, about, {
        interviews: fileName(about, 'table'),
        results: fileName(about, 'results'),
      }),
  },
  html: {
    suffix: 'report.html',
    type: 'text/html; charset=utf-8',
    needsEvidence: true,
    write: async (source) => renderReport(await report(source)),
  },
  pdf: {
    suffix: 'report.pdf',
    type: 'application/pdf',
    needsEvidence: true,
    async write(source) {
      const { renderPdf } = await import('../report/report-pdf.ts')
      return renderPdf(await report(source))
    },
  },
  manifest: {
    suffix: 'manifest.json',
    type: 'application/json',
    // To the letter: the run's manifest hash is the hash of this text.
    write: ({ db, tenantId, record }) => getManifestText(db, tenantId, record.run.id),
  },
}

async function report(source: ExportSource): Promise<ReportDocument> {
  const { db, tenantId, record, about, evidence } = source
  return reportDocument(evidence!, await reportContext(db, tenantId, record, about.engineVersion))
}

export function fileName({ study, run }: TableAbout, format: ExportFormat): string {
  return `${slug(study)}-run-${run}-${formats[format].suffix}`
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return plain.replaceAll(/^-|-$/g, '').slice(0, 60) || 'study'
}
