import { randomUUID } from 'node:crypto'
import { TenantId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'

/** The workspace's own tenant: made on first opening, the same ever after. */
export async function ensureTenant(db: WriteDb, now: number): Promise<TenantId> {
  const row = await db
    .selectFrom('tenant')
    .select('id')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  if (row) return TenantId.parse(row.id)
  const id = TenantId.parse(randomUUID())
  await db
    .insertInto('tenant')
    .values({
      id,
      name: 'Local workspace',
      plan: 'local',
      credits: 0,
      credits_used: 0,
      created_at: now,
    })
    .execute()
  return id
}
