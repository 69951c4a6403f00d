import { sql } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'

/** Personas of these keys made since an instant (milliseconds), by key. */
export async function findMade(
  db: ReadDb,
  tenantId: TenantId,
  { keys, since }: { keys: readonly string[]; since: number },
): Promise<Map<string, PersonaId>> {
  const rows = await db
    .selectFrom('persona')
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .where('created_at', '>=', since)
    .where(sql<boolean>`persona_key in (select value from json_each(${JSON.stringify(keys)}))`)
    .select(['id', 'persona_key'])
    .execute()
  return new Map(rows.map((row) => [row.persona_key, row.id as PersonaId]))
}
