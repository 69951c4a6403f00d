import { sql } from 'kysely'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { SEPARATION_KIND } from './separation-work.ts'

/** What a finished separation was of, and what it found. */
export type StoredVerdict = {
  readonly cohortId: string
  readonly neighbourId: string
  /** Hashes of both definitions, as JSON. */
  readonly definitions: string
  readonly verdict: string
}

/** Of all finished separations, newest first. */
export async function listVerdicts(db: ReadDb, tenantId: TenantId): Promise<StoredVerdict[]> {
  return db
    .selectFrom('job')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', SEPARATION_KIND)
    .where('status', '=', 'succeeded')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .select([
      sql<string>`payload->>'cohortId'`.as('cohortId'),
      sql<string>`payload->>'neighbourId'`.as('neighbourId'),
      sql<string>`payload->'definitions'`.as('definitions'),
      sql<string>`result->>'verdict'`.as('verdict'),
    ])
    .execute()
}
