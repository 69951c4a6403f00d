import type { z } from 'zod'
import type { ExportQuery } from '../../../../shared/contract/evidence.ts'
import type { RunId, TenantId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import { getManifestText } from '../../studies/manifest.ts'
import { evidenceOf } from '../evidence.ts'
import { gatherRun, type RunRecord } from '../gather.ts'
import { renderReport } from '../report/report-html.ts'
import { answerRows } from './answer-rows.ts'
import { codebookRows, interviewRows } from './interview-table.ts'
import { toCsv, toJsonl, writeRows } from './write-rows.ts'

export type ExportFormat = z.infer<typeof ExportQuery>['format']
export type ExportFile = { readonly name: string; readonly type: string; readonly text: string }

/**
 * A run as a file: every answer with its weight (csv, jsonl), a row per interview with a column
 * per option, row or set (table) and what the columns mean (codebook), the report (html), or the
 * manifest that reruns it.
 *
 * @throws EngineError `not_found`
 */
export async function exportRun(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  format: ExportFormat,
  engineVersion: string,
): Promise<ExportFile> {
  const record = await gatherRun(db, tenantId, runId)
  const stem = `${slug(record.manifest.study.name)}-run-${record.run.number}`
  switch (format) {
    case 'csv':
      return {
        name: `${stem}-answers.csv`,
        type: 'text/csv; charset=utf-8',
        text: await writeRows(answerRows(record), toCsv),
      }
    case 'jsonl':
      return {
        name: `${stem}-answers.jsonl`,
        type: 'application/x-ndjson',
        text: await writeRows(answerRows(record), toJsonl),
      }
    case 'table':
      return {
        name: `${stem}-interviews.csv`,
        type: 'text/csv; charset=utf-8',
        text: await writeRows(interviewRows(record), toCsv),
      }
    case 'codebook':
      return {
        name: `${stem}-codebook.csv`,
        type: 'text/csv; charset=utf-8',
        text: toCsv([...codebookRows(record)], true),
      }
    case 'html':
      return {
        name: `${stem}-report.html`,
        type: 'text/html; charset=utf-8',
        text: await report(db, record, engineVersion),
      }
    case 'manifest':
      return {
        name: `${stem}-manifest.json`,
        type: 'application/json',
        // To the letter: the run's manifest hash is the hash of this text.
        text: await getManifestText(db, tenantId, runId),
      }
  }
}

async function report(db: ReadDb, record: RunRecord, engineVersion: string): Promise<string> {
  const { run, manifest } = record
  const { design } = manifest.study
  const [evidence, counts] = await Promise.all([
    evidenceOf(db, record),
    db
      .selectFrom('run')
      .where('study_id', '=', run.studyId)
      .select(({ fn }) => fn.countAll<number>().as('runs'))
      .executeTakeFirstOrThrow(),
  ])
  return renderReport(evidence, {
    studyName: manifest.study.name,
    objective: design.objective,
    hypothesis: design.hypothesis,
    decisionOwner: design.decisionOwner,
    successCriteria: design.successCriteria,
    populationSize: new Set(record.tasks.map(({ personaId }) => personaId)).size,
    randomSeed: design.randomSeed,
    runCount: counts.runs,
    engineVersion,
  })
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return plain.replaceAll(/^-|-$/g, '').slice(0, 60) || 'study'
}
