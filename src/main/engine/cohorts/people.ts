import { sql } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { findPersonas, listAllPersonas } from '../personas/find-personas.ts'

/** Everybody of a workspace, in order of creation, for criteria to run over. */
export type People = (tenantId: TenantId) => Promise<readonly Persona[]>

/** Where more changed than this, reading everybody again is no slower. */
const FEW_CHANGED = 2_000

/**
 * Keeps everybody in memory between two looks: a designer asks at every keystroke. A cheap stamp
 * over the table tells whether anybody came, went or changed since; then only those are read. The
 * same people are the same array, for others to keep by what they work out of it.
 */
export function createPeople(db: ReadDb): People {
  const kept = new Map<TenantId, { stamp: string; people: Promise<readonly Persona[]> }>()
  return async (tenantId) => {
    const stamp = await stampOf(db, tenantId)
    const known = kept.get(tenantId)
    if (known?.stamp === stamp) return known.people
    const people = known
      ? known.people.then((before) => readChanged(db, tenantId, before))
      : listAllPersonas(db, tenantId)
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

async function readChanged(
  db: ReadDb,
  tenantId: TenantId,
  before: readonly Persona[],
): Promise<readonly Persona[]> {
  const known = new Map(before.map((persona) => [persona.id, persona]))
  const rows = await db
    .selectFrom('persona')
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('row')
    .select(['id', 'updated_at'])
    .execute()
  const isKnown = (row: { id: string; updated_at: number }) => {
    const persona = known.get(row.id as PersonaId)
    return persona !== undefined && Date.parse(persona.updatedAt) === row.updated_at
  }
  const changed = rows.filter((row) => !isKnown(row)).map(({ id }) => id as PersonaId)
  if (changed.length > FEW_CHANGED) return listAllPersonas(db, tenantId)
  const read = await findPersonas(db, tenantId, changed)
  return rows.flatMap(({ id }) => read.get(id as PersonaId) ?? known.get(id as PersonaId) ?? [])
}
