import { sql } from 'kysely'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { listAllPersonas } from '../personas/find-personas.ts'

/** Everybody of a workspace, in order of creation, for criteria to run over. */
export type People = (tenantId: TenantId) => Promise<readonly Persona[]>

/**
 * Keeps everybody in memory between two looks: a designer asks at every keystroke. A cheap stamp
 * over the table tells whether anybody came, went or changed since.
 */
export function createPeople(db: ReadDb): People {
  const kept = new Map<TenantId, { stamp: string; people: Promise<readonly Persona[]> }>()
  return async (tenantId) => {
    const stamp = await stampOf(db, tenantId)
    const known = kept.get(tenantId)
    if (known?.stamp === stamp) return known.people
    const people = listAllPersonas(db, tenantId)
    kept.set(tenantId, { stamp, people })
    people.catch(() => kept.delete(tenantId))
    return people
  }
}

// Times only grow, so a sum that is unchanged means that nothing changed.
async function stampOf(db: ReadDb, tenantId: TenantId): Promise<string> {
  const row = await db
    .selectFrom('persona')
    .where('tenant_id', '=', tenantId)
    .select(
      sql<string>`count(*) || ':' || total(updated_at) || ':' || total(deleted_at)`.as('stamp'),
    )
    .executeTakeFirstOrThrow()
  return row.stamp
}
