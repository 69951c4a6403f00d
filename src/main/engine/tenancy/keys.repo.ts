import type { Selectable } from 'kysely'
import type { KeyId, TenantId } from '../../../shared/contract/ids.ts'
import { ApiKey } from '../../../shared/contract/tenancy.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { Place } from '../http/cursor.ts'
import type { ApiKeyTable } from './tenancy.table.ts'

export async function insertKey(db: WriteDb, row: ApiKeyTable): Promise<void> {
  await db.insertInto('api_key').values(row).execute()
}

/** Revoked and expired keys too: the caller says what is wrong with them. */
export async function findKeyByHash(
  db: ReadDb,
  hash: string,
): Promise<{ tenantId: TenantId; key: ApiKey } | undefined> {
  const row = await db.selectFrom('api_key').selectAll().where('hash', '=', hash).executeTakeFirst()
  return row && { tenantId: row.tenant_id as TenantId, key: fromRow(row) }
}

/** Newest first; `after` is the last row of the page before. */
export async function listKeyRows(
  db: ReadDb,
  tenantId: TenantId,
  limit: number,
  after?: Place,
): Promise<ApiKey[]> {
  let query = db.selectFrom('api_key').selectAll().where('tenant_id', '=', tenantId)
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('created_at', '<', after.at),
        eb.and([eb('created_at', '=', after.at), eb('id', '<', after.id)]),
      ]),
    )
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

export async function touchKey(db: WriteDb, id: KeyId, usedAt: number): Promise<void> {
  await db.updateTable('api_key').set({ last_used_at: usedAt }).where('id', '=', id).execute()
}

/** @returns false when there is no such key */
export async function markRevoked(
  db: WriteDb,
  tenantId: TenantId,
  id: KeyId,
  revokedAt: number,
): Promise<boolean> {
  const result = await db
    .updateTable('api_key')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(revokedAt)) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

function fromRow(row: Selectable<ApiKeyTable>): ApiKey {
  const instant = (time: number | null) => (time === null ? null : new Date(time).toISOString())
  return ApiKey.parse({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    profile: row.profile,
    createdAt: instant(row.created_at),
    lastUsedAt: instant(row.last_used_at),
    expiresAt: instant(row.expires_at),
    revokedAt: instant(row.revoked_at),
  })
}
