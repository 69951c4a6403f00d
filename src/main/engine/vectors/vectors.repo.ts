import { sql } from 'kysely'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { dequantise } from '../domain/vectors/quantise.ts'
import { fromQuantisedBlob } from './vector-blob.ts'
import type { VectorRow } from './vector-index.ts'

export type StoredVector = { readonly entryId: EntryId; readonly vector: Float32Array }

type Owner = { readonly tenantId: TenantId; readonly personaId: PersonaId }

/** Every vector of one persona that this model made. */
export async function findPersonaVectors(
  db: ReadDb,
  model: string,
  { tenantId, personaId }: Owner,
): Promise<StoredVector[]> {
  const rows = await selectEmbedded(db, model)
    .select(['e.id', 'v.vector'])
    .where('e.tenant_id', '=', tenantId)
    .where('e.persona_id', '=', personaId)
    .execute()
  return rows.map(toStoredVector)
}

/** Vectors of one persona that the index may not have yet. */
export async function findPendingVectors(
  db: ReadDb,
  model: string,
  { tenantId, personaId }: Owner,
): Promise<StoredVector[]> {
  const rows = await selectEmbedded(db, model)
    .innerJoin('outbox as o', 'o.entry_id', 'e.id')
    .select(['e.id', 'v.vector'])
    .distinct()
    .where('o.persona_id', '=', personaId)
    .where('e.tenant_id', '=', tenantId)
    .execute()
  return rows.map(toStoredVector)
}

/**
 * Entries that the model has embedded, each with its vector. In this order, whatever the planner
 * thinks: entries first.
 */
export function selectEmbedded(db: ReadDb, model: string) {
  return db
    .selectFrom('timeline_entry as e')
    .crossJoin('persona as p')
    .crossJoin('embedding as v')
    .whereRef('p.id', '=', 'e.persona_id')
    .where(sql<boolean>`v.model = (select id from embedding_model where name = ${model})`)
    .whereRef('v.persona_row', '=', 'p.row')
    .whereRef('v.row', '=', 'e.row')
}

function toStoredVector(row: { id: string; vector: Uint8Array }): StoredVector {
  return { entryId: row.id as EntryId, vector: dequantise(fromQuantisedBlob(row.vector)) }
}

/** Changes with every append and revision: what a cache of the persona's vectors is good for. */
export async function findTimelineLength(db: ReadDb, personaId: PersonaId): Promise<number> {
  const row = await db
    .selectFrom('persona')
    .select('timeline_length')
    .where('id', '=', personaId)
    .executeTakeFirst()
  return row?.timeline_length ?? 0
}

export type OutboxItem = { readonly seq: number; readonly entryId: EntryId }

/** The oldest waiting changes. */
export async function findOutbox(db: ReadDb, limit: number): Promise<OutboxItem[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['seq', 'entry_id'])
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ seq: row.seq, entryId: row.entry_id as EntryId }))
}

export async function countOutbox(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Entries that wait, each once, however often it changed. */
export async function countOutboxEntries(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.count<number>('entry_id').distinct().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** What the index should hold of these entries. Entries that no longer exist are absent. */
export async function findVectorRows(
  db: ReadDb,
  model: string,
  entryIds: readonly EntryId[],
): Promise<VectorRow[]> {
  if (entryIds.length === 0) return []
  const rows = await selectEmbedded(db, model)
    .select(vectorRowColumns)
    .where('e.id', 'in', entryIds)
    .execute()
  return rows.map(toVectorRow)
}

/** Of `selectEmbedded`: what `toVectorRow` reads. */
export const vectorRowColumns = [
  'e.id',
  'e.tenant_id',
  'e.persona_id',
  'e.sequence',
  'e.superseded_by',
  'v.vector',
] as const

type StoredVectorRow = {
  readonly id: string
  readonly tenant_id: string
  readonly persona_id: string
  readonly sequence: number
  readonly superseded_by: string | null
  readonly vector: Uint8Array
}

export function toVectorRow(row: StoredVectorRow): VectorRow {
  return {
    entryId: row.id as EntryId,
    tenantId: row.tenant_id as TenantId,
    personaId: row.persona_id as PersonaId,
    sequence: row.sequence,
    superseded: row.superseded_by !== null,
    vector: dequantise(fromQuantisedBlob(row.vector)),
  }
}

/** Drops the oldest changes, up to one of them. */
export async function deleteOutbox(db: WriteDb, upTo: number): Promise<void> {
  await db.deleteFrom('outbox').where('seq', '<=', upTo).execute()
}

/** Every entry waits again: how an index is filled from the truth. */
export async function refillOutbox(db: WriteDb, model: string): Promise<void> {
  await sql`insert into outbox (entry_id, persona_id, op)
    select e.id, e.persona_id, 'upsert'
    from embedding v join timeline_entry e on e.row = v.row
    where v.model = (select id from embedding_model where name = ${model})
      and not exists (select 1 from outbox o where o.entry_id = e.id and o.persona_id = e.persona_id)`.execute(
    db,
  )
}
