import { sql } from 'kysely'
import type { EntryId, PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { VectorRow } from './vector-index.ts'
import { selectEmbedded, toVectorRow, vectorRowColumns } from './vectors.repo.ts'

/** What the index should hold of one persona, after a sequence number; whoever owns the persona. */
export async function findPersonaRows(
  db: ReadDb,
  model: string,
  personaId: string,
  page: { readonly after: number; readonly limit: number },
): Promise<VectorRow[]> {
  const rows = await selectEmbedded(db, model)
    .select(vectorRowColumns)
    .where('e.persona_id', '=', personaId)
    .where('e.sequence', '>', page.after)
    .orderBy('e.sequence')
    .limit(page.limit)
    .execute()
  return rows.map(toVectorRow)
}

export type EmbeddedEntry = {
  readonly row: number
  readonly entryId: EntryId
  readonly personaId: PersonaId
  readonly sequence: number
  readonly superseded: boolean
}

/** Entries that the model has embedded, in order of their rows, without the vectors. */
export async function findEmbeddedEntries(
  db: ReadDb,
  model: string,
  page: { readonly after: number; readonly limit: number },
): Promise<EmbeddedEntry[]> {
  const rows = await selectEmbedded(db, model)
    .select(['e.row', 'e.id', 'e.persona_id', 'e.sequence', 'e.superseded_by'])
    .where('e.row', '>', page.after)
    .orderBy('e.row')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    row: row.row,
    entryId: row.id as EntryId,
    personaId: row.persona_id as PersonaId,
    sequence: row.sequence,
    superseded: row.superseded_by !== null,
  }))
}

/** Entries of a persona, or of everybody, whose change the index has yet to hear of. */
export async function findWaiting(db: ReadDb, personaId?: string): Promise<Set<EntryId>> {
  let query = db.selectFrom('outbox').select('entry_id').distinct()
  if (personaId !== undefined) query = query.where('persona_id', '=', personaId)
  return new Set((await query.execute()).map((row) => row.entry_id as EntryId))
}

/** Those of the entries whose change the index has yet to hear of, whoever they belong to. */
export async function findWaitingOf(
  db: ReadDb,
  entryIds: readonly EntryId[],
): Promise<Set<EntryId>> {
  const ids = JSON.stringify(entryIds)
  const rows = await db
    .selectFrom('outbox')
    .select('entry_id')
    .where('entry_id', 'in', sql<string>`(select value from json_each(${ids}))`)
    .execute()
  return new Set(rows.map((row) => row.entry_id as EntryId))
}

/** Hands entries to the index again: it takes what SQLite holds of them, or forgets them. */
export async function insertIntoOutbox(
  db: WriteDb,
  entries: readonly { readonly entryId: EntryId; readonly personaId: string }[],
): Promise<void> {
  if (entries.length === 0) return
  const values = entries.map(({ entryId, personaId }) => ({
    entry_id: entryId,
    persona_id: personaId,
    op: 'upsert' as const,
  }))
  await db.insertInto('outbox').values(values).execute()
}

/** Those of the entries that exist, with whom they belong to. */
export async function findOwners(
  db: ReadDb,
  model: string,
  entryIds: readonly EntryId[],
): Promise<Map<EntryId, PersonaId>> {
  if (entryIds.length === 0) return new Map()
  const rows = await selectEmbedded(db, model)
    .select(['e.id', 'e.persona_id'])
    .where('e.id', 'in', entryIds)
    .execute()
  return new Map(rows.map((row) => [row.id as EntryId, row.persona_id as PersonaId]))
}

/** The newest change that waits; 0: none. */
export async function findLastWaiting(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.max<number | null>('seq').as('seq'))
    .executeTakeFirst()
  return row?.seq ?? 0
}

/** Changes up to that one that still wait. */
export async function countWaitingUpTo(db: ReadDb, seq: number): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('seq', '<=', seq)
    .executeTakeFirstOrThrow()
  return row.n
}
