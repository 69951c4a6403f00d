import type { z } from 'zod'
import type { RunEvidence } from '../../../../shared/contract/arm-evidence.ts'
import type { ExportQuery } from '../../../../shared/contract/evidence.ts'
import type { RunId, TenantId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import { CAVEAT } from '../../domain/evidence/caveat.ts'
import { resultRows } from '../../domain/evidence/result-rows.ts'
import { getManifestText } from '../../studies/manifest.ts'
import { runWorker } from '../../workers/run-worker.ts'
import { getEvidence, type EvidenceDeps } from '../evidence.ts'
import { gatherRun, type RunRecord } from '../gather.ts'
import { reportDocument } from '../report/document-of.ts'
import { reportContext } from '../report/report-context.ts'
import type { ReportDocument } from '../report/report-document.ts'
import { renderReport } from '../report/report-html.ts'
import { answerRows } from './answer-rows.ts'
import { answerTable, interviewTable, type TableAbout } from './data-table.ts'
import type { ExportBody, ExportFile } from './export-file.ts'
import type { ExportWork } from './export.worker.ts'
import { codebookRows, interviewRows } from './interview-table.ts'
import { rScript } from './r-script.ts'
import { REHEARSAL } from './task-cells.ts'
import { workbookOf } from './workbook.ts'
import { streamRows, toCsv, toJsonl } from './write-rows.ts'

export type ExportDeps = EvidenceDeps & { readonly engineVersion: string }
export type ExportFormat = z.infer<typeof ExportQuery>['format']

type Source = {
  readonly db: ReadDb
  readonly tenantId: TenantId
  readonly record: RunRecord
  readonly about: TableAbout
  readonly evidence: () => Promise<RunEvidence>
}
type Format = {
  /** What the file's name ends with. */
  readonly suffix: string
  readonly type: string
  write(source: Source): ExportBody | Promise<ExportBody>
}

const CSV = 'text/csv; charset=utf-8'
const formats: Record<ExportFormat, Format> = {
  csv: {
    suffix: 'answers.csv',
    type: CSV,
    write: ({ record }) => streamRows(answerRows(record), toCsv),
  },
  jsonl: {
    suffix: 'answers.jsonl',
    type: 'application/x-ndjson',
    write: ({ record }) => streamRows(answerRows(record), toJsonl),
  },
  table: {
    suffix: 'interviews.csv',
    type: CSV,
    write: ({ record }) => streamRows(interviewRows(record), toCsv),
  },
  codebook: {
    suffix: 'codebook.csv',
    type: CSV,
    write: ({ record }) => toCsv([...codebookRows(record)], true),
  },
  results: {
    suffix: 'results.csv',
    type: CSV,
    async write({ about, evidence }) {
      const label = about.rehearsal
      const rows = [...resultRows(await evidence())]
      return toCsv(
        rows.map((row) => ({ ...row, label })),
        true,
      )
    },
  },
  parquet: {
    suffix: 'interviews.parquet',
    type: 'application/vnd.apache.parquet',
    write: async ({ record, about }) =>
      inWorker({ format: 'parquet', table: await interviewTable(record, about) }),
  },
  'parquet-answers': {
    suffix: 'answers.parquet',
    type: 'application/vnd.apache.parquet',
    write: async ({ record, about }) =>
      inWorker({ format: 'parquet', table: await answerTable(record, about) }),
  },
  sav: {
    suffix: 'interviews.sav',
    type: 'application/x-spss-sav',
    write: async ({ record, about }) =>
      inWorker({ format: 'sav', table: await interviewTable(record, about) }),
  },
  dta: {
    suffix: 'interviews.dta',
    type: 'application/x-stata-dta',
    write: async ({ record, about }) =>
      inWorker({ format: 'dta', table: await interviewTable(record, about) }),
  },
  xlsx: {
    suffix: 'results.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    async write({ record, about, evidence }) {
      const [found, table] = await Promise.all([evidence(), interviewTable(record, about)])
      return inWorker({ format: 'xlsx', sheets: workbookOf(record, found, table) })
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
    write: async (source) => renderReport(await report(source)),
  },
  pdf: {
    suffix: 'report.pdf',
    type: 'application/pdf',
    write: async (source) => inWorker({ format: 'pdf', document: await report(source) }),
  },
  manifest: {
    suffix: 'manifest.json',
    type: 'application/json',
    // To the letter: the run's manifest hash is the hash of this text.
    write: ({ db, tenantId, record }) => getManifestText(db, tenantId, record.run.id),
  },
}

/**
 * A run as a file: see `ExportQuery`.
 *
 * @throws EngineError `not_found`
 */
export async function exportRun(
  deps: ExportDeps,
  { tenantId, runId }: { tenantId: TenantId; runId: RunId },
  format: ExportFormat,
): Promise<ExportFile> {
  const { db, engineVersion } = deps
  const record = await gatherRun(db, tenantId, runId)
  const about = await aboutRun(db, record, engineVersion)
  const { type, write } = formats[format]
  return {
    name: fileName(about, format),
    type,
    body: await write({
      db,
      tenantId,
      record,
      about,
      evidence: () => getEvidence(deps, tenantId, runId),
    }),
  }
}

function fileName({ study, run }: TableAbout, format: ExportFormat): string {
  return `${slug(study)}-run-${run}-${formats[format].suffix}`
}

function inWorker(work: ExportWork): Promise<Uint8Array<ArrayBuffer>> {
  return runWorker<ExportWork, Uint8Array<ArrayBuffer>>(import.meta.url, 'export', work)
}

async function aboutRun(
  db: ReadDb,
  { run, manifest }: RunRecord,
  engineVersion: string,
): Promise<TableAbout> {
  const { runs } = await db
    .selectFrom('run')
    .where('study_id', '=', run.studyId)
    .select(({ fn }) => fn.countAll<number>().as('runs'))
    .executeTakeFirstOrThrow()
  return {
    study: manifest.study.name,
    run: run.number,
    runs,
    model: run.modelName,
    manifestHash: run.manifestHash,
    engineVersion,
    caveat: CAVEAT,
    rehearsal: run.rehearsal ? REHEARSAL : null,
    provisional: run.status !== 'succeeded',
    date: run.finishedAt ?? run.createdAt,
  }
}

async function report({ db, tenantId, record, about, evidence }: Source): Promise<ReportDocument> {
  const [found, context] = await Promise.all([
    evidence(),
    reportContext(db, tenantId, record, about.engineVersion),
  ])
  return reportDocument(found, context)
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return plain.replaceAll(/^-|-$/g, '').slice(0, 60) || 'study'
}
