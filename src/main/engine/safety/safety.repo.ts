import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { TenantId } from '../../../shared/contract/ids.ts'
import { SafetyPolicy } from '../../../shared/contract/safety.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { SafetyPolicyTable } from './safety.table.ts'

const Stored = SafetyPolicy.omit({ tenantId: true, updatedAt: true })
export type PolicyRules = z.infer<typeof Stored>

/** As it is stored; undefined when the tenant never set one. */
export async function findPolicyRow(
  db: ReadDb,
  tenantId: TenantId,
): Promise<Selectable<SafetyPolicyTable> | undefined> {
  return db
    .selectFrom('safety_policy')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
}

export function toPolicy(row: Selectable<SafetyPolicyTable>): SafetyPolicy {
  return {
    ...Stored.parse(JSON.parse(row.policy)),
    tenantId: TenantId.parse(row.tenant_id),
    updatedAt: new Date(row.updated_at).toISOString(),
  }
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
