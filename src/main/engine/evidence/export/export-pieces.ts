import type { RunEvidence } from '../../../../shared/contract/arm-evidence.ts'
import type { RunId, TenantId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import { gatherStored } from '../gather.ts'
import type { TableAbout } from './data-table.ts'
import { bytesOf, type ExportFormat } from './export-source.ts'
import { formats } from './formats.ts'
import { openCodings } from './open-codings.ts'

/** A file to write. Plain data: it crosses to a worker as it is. */
export type ExportWork = {
  readonly tenantId: TenantId
  readonly runId: RunId
  readonly format: ExportFormat
  readonly about: TableAbout
  readonly evidence: RunEvidence | null
}

/** A run as a file, piece by piece, each when it is asked for. @throws EngineError `not_found` */
export async function* exportPieces(
  db: ReadDb,
  { tenantId, runId, format, about, evidence }: ExportWork,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const record = await gatherStored(db, tenantId, runId)
  const { needsCodings, write } = formats[format]
  const codings = needsCodings ? await openCodings(db, record) : new Map()
  yield* bytesOf(await write({ db, tenantId, record, about, evidence, codings }))
}
