import { resultRows } from '../../domain/evidence/result-rows.ts'
import { getManifestText } from '../../studies/manifest.ts'
import { reportDocument } from '../report/document-of.ts'
import { reportContext } from '../report/report-context.ts'
import type { ReportDocument } from '../report/report-document.ts'
import { renderReport } from '../report/report-html.ts'
import { answerRows } from './answer-rows.ts'
import {
  answerTable,
  answerVariables,
  interviewTable,
  interviewVariables,
  type TableAbout,
} from './data-table.ts'
import type { ExportFormat, ExportSource, Written } from './export-source.ts'
import { associationRows, comparisonRows, themeRows } from './finding-rows.ts'
import { codebookRows, interviewRows } from './interview-table.ts'
import { rScript, type RFiles } from './r-script.ts'
import { workbookOf } from './workbook.ts'
import { rowPieces, toCsv, toJsonl } from './write-rows.ts'

type Format = {
  /** What the file's name ends with. */
  readonly suffix: string
  readonly type: string
  readonly needsEvidence?: true
  readonly needsCodings?: true
  write(source: ExportSource): Written | Promise<Written>
}

const CSV = 'text/csv; charset=utf-8'

// What is large is loaded by who needs it.
export const formats: Record<ExportFormat, Format> = {
  csv: {
    suffix: 'answers.csv',
    type: CSV,
    needsCodings: true,
    write: ({ record, codings }) =>
      rowPieces(
        answerRows(record, codings),
        namesOf(answerVariables(record).filter(({ name }) => name !== 'number')),
        toCsv,
      ),
  },
  jsonl: {
    suffix: 'answers.jsonl',
    type: 'application/x-ndjson',
    needsCodings: true,
    write: ({ record, codings }) => rowPieces(answerRows(record, codings), [], toJsonl),
  },
  table: {
    suffix: 'interviews.csv',
    type: CSV,
    needsCodings: true,
    write: ({ record, codings }) =>
      rowPieces(
        interviewRows(record, codings),
        namesOf(interviewVariables(record, codings)),
        toCsv,
      ),
  },
  codebook: {
    suffix: 'codebook.csv',
    type: CSV,
    needsCodings: true,
    write: ({ record, codings }) => table([...codebookRows(record, codings)]),
  },
  results: {
    suffix: 'results.csv',
    type: CSV,
    needsEvidence: true,
    write: ({ about, evidence }) => labelled([...resultRows(evidence!)], about),
  },
  comparisons: {
    suffix: 'comparisons.csv',
    type: CSV,
    needsEvidence: true,
    write: ({ about, evidence }) => labelled([...comparisonRows(evidence!)], about),
  },
  associations: {
    suffix: 'associations.csv',
    type: CSV,
    needsEvidence: true,
    write: ({ about, evidence }) => labelled([...associationRows(evidence!)], about),
  },
  themes: {
    suffix: 'themes.csv',
    type: CSV,
    needsEvidence: true,
    needsCodings: true,
    write: ({ about, evidence, codings }) => labelled([...themeRows(evidence!, codings)], about),
  },
  parquet: {
    suffix: 'interviews.parquet',
    type: 'application/vnd.apache.parquet',
    needsCodings: true,
    async write({ record, about, codings }) {
      const { writeParquet } = await import('./write-parquet.ts')
      return writeParquet(await interviewTable(record, about, codings))
    },
  },
  'parquet-answers': {
    suffix: 'answers.parquet',
    type: 'application/vnd.apache.parquet',
    needsCodings: true,
    async write({ record, about, codings }) {
      const { writeParquet } = await import('./write-parquet.ts')
      return writeParquet(await answerTable(record, about, codings))
    },
  },
  sav: {
    suffix: 'interviews.sav',
    type: 'application/x-spss-sav',
    needsCodings: true,
    async write({ record, about, codings }) {
      const { writeSav } = await import('./write-sav.ts')
      return writeSav(await interviewTable(record, about, codings))
    },
  },
  dta: {
    suffix: 'interviews.dta',
    type: 'application/x-stata-dta',
    needsCodings: true,
    async write({ record, about, codings }) {
      const { writeDta } = await import('./write-dta.ts')
      return writeDta(await interviewTable(record, about, codings))
    },
  },
  xlsx: {
    suffix: 'results.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needsEvidence: true,
    needsCodings: true,
    async write(source) {
      const { writeXlsx } = await import('./write-xlsx.ts')
      return writeXlsx(await workbookOf(source))
    },
  },
  r: {
    suffix: 'main-table.R',
    type: 'text/x-r; charset=utf-8',
    needsCodings: true,
    write: (source) => rScript(source, rFiles(source.about)),
  },
  html: {
    suffix: 'report.html',
    type: 'text/html; charset=utf-8',
    needsEvidence: true,
    needsCodings: true,
    write: async (source) => renderReport(await report(source)),
  },
  pdf: {
    suffix: 'report.pdf',
    type: 'application/pdf',
    needsEvidence: true,
    needsCodings: true,
    async write(source) {
      const { renderPdf } = await import('../report/report-pdf.ts')
      return renderPdf(await report(source))
    },
  },
  zip: {
    suffix: 'evidence.zip',
    type: 'application/zip',
    needsEvidence: true,
    needsCodings: true,
    async write(source) {
      const { writeBundle } = await import('./write-bundle.ts')
      return writeBundle(source, (format) => ({
        name: fileName(source.about, format),
        written: formats[format].write(source),
      }))
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
  return reportDocument(source.evidence!, await reportContext(source))
}

type Row = Readonly<Record<string, unknown>>

/** A file of few rows, of which all have the same columns. */
function table(rows: readonly Row[]): string {
  return toCsv(rows, Object.keys(rows[0] ?? { questionId: '', question: '' }), true)
}

function labelled(rows: readonly Row[], { rehearsal }: TableAbout): string {
  return table(rows.map((row) => ({ ...row, label: rehearsal })))
}

function rFiles(about: TableAbout): RFiles {
  return {
    interviews: fileName(about, 'table'),
    results: fileName(about, 'results'),
    comparisons: fileName(about, 'comparisons'),
    associations: fileName(about, 'associations'),
  }
}

function namesOf(variables: readonly { readonly name: string }[]): string[] {
  return variables.map(({ name }) => name)
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
