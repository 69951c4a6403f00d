import { sql, type SqlBool } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'

const PAGE = 200

/** Personas whose timeline or profile changed since they were checked, by id after `after`. */
export async function listChangedPersonas(
  db: ReadDb,
  tenantId: TenantId,
  after: PersonaId | undefined,
): Promise<PersonaId[]> {
  const rows = await db
    .selectFrom('persona as p')
    .leftJoin('consistency_report as r', 'r.persona_id', 'p.id')
    .select('p.id')
    .where('p.tenant_id', '=', tenantId)
    .where('p.deleted_at', 'is', null)
    .where('p.id', '>', after ?? '')
    .where(
      sql<SqlBool>`(r.persona_id is null or r.checked_sequence < p.timeline_length
        or r.checked_at < p.updated_at)`,
    )
    .orderBy('p.id')
    .limit(PAGE)
    .execute()
  return rows.map(({ id }) => id as PersonaId)
}
