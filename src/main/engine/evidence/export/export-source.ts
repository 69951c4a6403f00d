import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { RunEvidence } from '../../../../shared/contract/arm-evidence.ts'
import type { ExportQuery } from '../../../../shared/contract/evidence.ts'
import type { TenantId } from '../../../../shared/contract/ids.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { StoredRecord } from '../gather.ts'
import type { TableAbout } from './data-table.ts'
import type { OpenCodings } from './open-codings.ts'

export type ExportFormat = z.infer<typeof ExportQuery>['format']

/** What a file is written from. */
export type ExportSource = {
  readonly db: ReadDb
  readonly tenantId: TenantId
  readonly record: StoredRecord
  readonly about: TableAbout
  /** Of formats that need it. */
  readonly evidence: RunEvidence | null
  /** Of formats that need them; else none. */
  readonly codings: OpenCodings
}

type Bytes = Uint8Array<ArrayBuffer>
/** A file, or the pieces of one. */
export type Written = string | Bytes | Iterable<string> | AsyncIterable<Bytes>

/** Piece by piece, each when it is asked for. */
export async function* bytesOf(written: Written): AsyncGenerator<Bytes> {
  if (written instanceof Uint8Array) return yield written
  const encoder = new TextEncoder()
  for await (const piece of typeof written === 'string' ? [written] : written) {
    yield typeof piece === 'string' ? encoder.encode(piece) : piece
    await setImmediate()
  }
}
