import type { RunId, TenantId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import { CAVEAT } from '../../domain/evidence/caveat.ts'
import { getRun } from '../../studies/get-run.ts'
import { getManifestHead } from '../../studies/manifest.ts'
import { streamOf, type PieceThreads } from '../../workers/stream-worker.ts'
import { getEvidence, type EvidenceDeps } from '../evidence.ts'
import type { TableAbout } from './data-table.ts'
import { exportPieces, type ExportWork } from './export-pieces.ts'
import type { ExportFormat } from './export-source.ts'
import { fileName, formats } from './formats.ts'
import { REHEARSAL } from './task-cells.ts'

export type ExportDeps = EvidenceDeps & {
  readonly engineVersion: string
  /** The database's file, for threads that read it; null: it is in memory. */
  readonly databasePath: string | null
  readonly exporters: Pick<PieceThreads, 'pieces'>
}
type ExportFile = {
  readonly name: string
  readonly type: string
  readonly body: ReadableStream<Uint8Array>
}

type ExportRequest = {
  readonly tenantId: TenantId
  readonly runId: RunId
  readonly format: ExportFormat
  /** Aborted when the file is not wanted any more. */
  readonly signal?: AbortSignal
}

/**
 * A run as a file: see `ExportQuery`. It is read and written in a thread of its own, and no faster
 * than somebody takes it.
 *
 * @throws EngineError `not_found`
 */
export async function exportRun(
  deps: ExportDeps,
  { tenantId, runId, format, signal }: ExportRequest,
): Promise<ExportFile> {
  const { db, databasePath: path, exporters } = deps
  const about = await aboutRun(deps, tenantId, runId)
  const { type, needsEvidence } = formats[format]
  const evidence = needsEvidence ? await getEvidence(deps, tenantId, runId, { signal }) : null
  const work: ExportWork = { tenantId, runId, format, about, evidence }
  // In memory nobody else can read it.
  const pieces =
    path === null
      ? exportPieces(db, work)
      : exporters.pieces(import.meta.url, 'export', { path, work })
  return { name: fileName(about, format), type, body: await streamOf(pieces) }
}

async function aboutRun(
  { db, engineVersion }: ExportDeps,
  tenantId: TenantId,
  runId: RunId,
): Promise<TableAbout> {
  const [run, manifest] = await Promise.all([
    getRun(db, tenantId, runId),
    getManifestHead(db, tenantId, runId),
  ])
  return {
    study: manifest.study.name,
    run: run.number,
    runs: await countRuns(db, run.studyId),
    model: run.modelName,
    manifestHash: run.manifestHash,
    engineVersion,
    caveat: CAVEAT,
    rehearsal: run.rehearsal ? REHEARSAL : null,
    provisional: run.status !== 'succeeded',
    date: run.finishedAt ?? run.createdAt,
  }
}

async function countRuns(db: ReadDb, studyId: string): Promise<number> {
  const { runs } = await db
    .selectFrom('run')
    .where('study_id', '=', studyId)
    .select(({ fn }) => fn.countAll<number>().as('runs'))
    .executeTakeFirstOrThrow()
  return runs
}
