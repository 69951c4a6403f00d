import { sql } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'

/** Those of the personas whose timeline holds more, or says other things, than their seed gave them. */
export async function livedBeyondSeed(
  db: ReadDb,
  tenantId: TenantId,
  personaIds: readonly PersonaId[],
): Promise<PersonaId[]> {
  const rows = await db
    .selectFrom('timeline_entry')
    .select('persona_id')
    .distinct()
    .where(sql<boolean>`persona_id in (select value from json_each(${JSON.stringify(personaIds)}))`)
    .where(sql<boolean>`+tenant_id = ${tenantId}`)
    .where((eb) => eb.or([eb('source', '<>', 'seed'), eb('superseded_by', 'is not', null)]))
    .execute()
  return rows.map(({ persona_id }) => persona_id as PersonaId)
}
