import { sql } from 'kysely'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from './schema.ts'

/** Tables whose rows go into the trash and come back by nothing but the time that they went. */
type WithTrash = 'cohort' | 'human_survey' | 'population' | 'skill' | 'validation'

/**
 * Moves a row into the trash, or out of it.
 *
 * @param deletedAt  ms; null: out of it
 * @returns false when there was nothing to move
 */
export async function setDeleted(
  db: WriteDb,
  table: WithTrash,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: string },
  deletedAt: number | null,
): Promise<boolean> {
  const isThere = deletedAt === null ? sql`is not null` : sql`is null`
  const { numAffectedRows } = await sql`update ${sql.table(table)} set deleted_at = ${deletedAt}
    where tenant_id = ${tenantId} and id = ${id} and deleted_at ${isThere}`.execute(db)
  return numAffectedRows !== undefined && numAffectedRows > 0n
}
