import { CompiledQuery, sql } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { personaColumns, toPersona, toRow, type PersonaRow } from './persona-row.ts'

/** SQLite's limit on parameters is 32,766; ids come as one JSON parameter instead. */
const idsIn = (ids: readonly PersonaId[]) =>
  sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`

// Building thousands of rows through the query builder costs several times what SQLite needs.
export async function insertPersonas(trx: WriteDb, personas: readonly Persona[]): Promise<void> {
  if (personas.length === 0) return
  const places = `(${personaColumns.map(() => '?').join(',')})`
  const text = `insert into persona (${personaColumns.join(',')}) values ${personas.map(() => places).join(',')}`
  const values = personas.map(toRow).flatMap((row) => personaColumns.map((column) => row[column]))
  await trx.executeQuery(CompiledQuery.raw(text, values))
}

/** Undefined when there is none, or when it is in the trash. */
export async function findPersona(
  db: ReadDb,
  tenantId: TenantId,
  id: PersonaId,
): Promise<Persona | undefined> {
  const row = await live(db, tenantId).where('id', '=', id).executeTakeFirst()
  return row && toPersona(row)
}

/** By id; ids that do not exist, or are in the trash, are absent. */
export async function findPersonaRows(
  db: ReadDb,
  tenantId: TenantId,
  ids: readonly PersonaId[],
): Promise<Persona[]> {
  if (ids.length === 0) return []
  const rows = await byIds(db, tenantId, ids)
    .where(sql<boolean>`+deleted_at is null`)
    .execute()
  return rows.map(toPersona)
}

/** By id, in the trash or not; ids that do not exist are absent. */
export async function findAllPersonaRows(
  db: ReadDb,
  tenantId: TenantId,
  ids: readonly PersonaId[],
): Promise<Persona[]> {
  if (ids.length === 0) return []
  return (await byIds(db, tenantId, ids).execute()).map(toPersona)
}

function byIds(db: ReadDb, tenantId: TenantId, ids: readonly PersonaId[]) {
  return (
    db
      .selectFrom('persona')
      .select(personaColumns)
      .where(idsIn(ids))
      // The plus keeps SQLite from reading the whole tenant by its index instead of the rows by id.
      .where(sql<boolean>`+tenant_id = ${tenantId}`)
  )
}

/** When each was last changed, ms, by id; ids that do not exist, or are in the trash, are absent. */
export async function listChanges(
  db: ReadDb,
  tenantId: TenantId,
  ids: readonly PersonaId[],
): Promise<ReadonlyMap<PersonaId, number>> {
  const rows = await db
    .selectFrom('persona')
    .select(['id', 'updated_at'])
    .where(idsIn(ids))
    .where(sql<boolean>`+tenant_id = ${tenantId} and +deleted_at is null`)
    .execute()
  return new Map(rows.map(({ id, updated_at }) => [id as PersonaId, updated_at]))
}

/** The next personas in order of creation, after `after`. */
export async function listAfter(
  db: ReadDb,
  tenantId: TenantId,
  after: { createdAt: number; row: number } | undefined,
  limit: number,
): Promise<(PersonaRow & { row: number })[]> {
  return live(db, tenantId)
    .select('row')
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, row) > (${after!.createdAt}, ${after!.row})`),
    )
    .orderBy('created_at')
    .orderBy('row')
    .limit(limit)
    .execute()
}

/** False when the persona is not there. */
export async function updatePersonaRow(db: WriteDb, persona: Persona): Promise<boolean> {
  // The timeline's length belongs to whoever appends; an edit must not turn it back.
  const { id, tenant_id, timeline_length: _, ...row } = toRow(persona)
  const { numUpdatedRows } = await db
    .updateTable('persona')
    .set(row)
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Moves into the trash or out of it. False when there was nothing to move. */
export async function setPersonaDeleted(
  db: WriteDb,
  tenantId: TenantId,
  id: PersonaId,
  change: { deletedAt: number | null; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('persona')
    .set({ deleted_at: change.deletedAt, updated_at: change.now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('deleted_at', change.deletedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function countPersonaRows(db: ReadDb, tenantId: TenantId): Promise<number> {
  const { count } = await db
    .selectFrom('persona')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

function live(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('persona')
    .select(personaColumns)
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)
}

/** Every attribute any persona has, in alphabetical order. */
export async function listAttributeNames(db: ReadDb, tenantId: TenantId): Promise<string[]> {
  const rows = await db
    .selectFrom(['persona', sql<{ key: string }>`json_each(persona.attributes)`.as('attribute')])
    .select('attribute.key')
    .distinct()
    .where('persona.tenant_id', '=', tenantId)
    .where('persona.deleted_at', 'is', null)
    .orderBy('attribute.key')
    .execute()
  return rows.map(({ key }) => key)
}
