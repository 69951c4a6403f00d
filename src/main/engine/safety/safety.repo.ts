import type { z } from 'zod'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { SafetyPolicy } from '../../../shared/contract/safety.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

const Stored = SafetyPolicy.omit({ tenantId: true, updatedAt: true })
export type PolicyRules = z.infer<typeof Stored>

/** Undefined when the tenant never set one. */
export async function findPolicy(
  db: ReadDb,
  tenantId: TenantId,
): Promise<SafetyPolicy | undefined> {
  const row = await db
    .selectFrom('safety_policy')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (!row) return undefined
  const updatedAt = new Date(row.updated_at).toISOString()
  return { ...Stored.parse(JSON.parse(row.policy)), tenantId, updatedAt }
}

export async function replacePolicy(
  db: WriteDb,
  tenantId: TenantId,
  rules: PolicyRules,
  now: number,
): Promise<void> {
  const row = { policy: JSON.stringify(rules), updated_at: now }
  await db
    .insertInto('safety_policy')
    .values({ tenant_id: tenantId, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute()
}
