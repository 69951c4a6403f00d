import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { toBlob } from '../vectors/vector-blob.ts'

export type EntryToEmbed = {
  readonly id: string
  readonly personaId: string
  readonly eventLabel: string
  readonly facts: string
  readonly feelings: string
  readonly interpretation: string
  readonly emotionTags: string[]
}

export type EmbedScope = {
  readonly model: string
  readonly dimensions: number
  /** Null: every persona. */
  readonly personaId: PersonaId | null
  /** Also what has a sound vector of the model. */
  readonly all: boolean
}

export type EmbedPage = {
  readonly entries: EntryToEmbed[]
  /** Rows looked at. */
  readonly scanned: number
  /** The row to go on after; null at the end. */
  readonly scannedTo: number | null
}

/**
 * The next entries without a vector of the model, or with one that cannot be its own, in order of
 * their rows.
 *
 * @param page  `scan`: rows looked at at most, however few of them want a vector
 */
export async function findEntriesToEmbed(
  db: ReadDb,
  scope: EmbedScope,
  page: { readonly after: number; readonly limit: number; readonly scan: number },
): Promise<EmbedPage> {
  let query = db
    .selectFrom('timeline_entry as e')
    .leftJoin('embedding as v', (join) =>
      join.onRef('v.entry_id', '=', 'e.id').on('v.model', '=', scope.model),
    )
    .select(['e.row', sql<number | null>`length(v.vector)`.as('bytes')])
    .where('e.row', '>', page.after)
  if (scope.personaId !== null) query = query.where('e.persona_id', '=', scope.personaId)
  const rows = await query.orderBy('e.row').limit(page.scan).execute()

  const bytes = scope.dimensions * Float32Array.BYTES_PER_ELEMENT
  const wanting = rows.filter((row) => scope.all || row.bytes !== bytes).slice(0, page.limit)
  const isCut = wanting.length === page.limit
  const scannedTo = (isCut ? wanting.at(-1)!.row : rows.at(-1)?.row) ?? null
  const scanned = rows.filter(({ row }) => row <= (scannedTo ?? 0)).length
  return { entries: await readEntries(db, wanting), scanned, scannedTo }
}

async function readEntries(
  db: ReadDb,
  rows: readonly { readonly row: number }[],
): Promise<EntryToEmbed[]> {
  if (rows.length === 0) return []
  const entries = await db
    .selectFrom('timeline_entry')
    .select(['id', 'persona_id', 'event_label', 'facts', 'feelings', 'interpretation'])
    .select('emotion_tags')
    .where(
      'row',
      'in',
      rows.map(({ row }) => row),
    )
    .execute()
  return entries.map((row) => ({
    id: row.id,
    personaId: row.persona_id,
    eventLabel: row.event_label,
    facts: row.facts,
    feelings: row.feelings,
    interpretation: row.interpretation,
    emotionTags: z.array(z.string()).parse(JSON.parse(row.emotion_tags)),
  }))
}

/** Stores vectors of the model in place of what it had, and tells the index. */
export async function replaceEmbeddings(
  trx: WriteDb,
  model: string,
  rows: readonly {
    readonly id: string
    readonly personaId: string
    readonly vector: Float32Array
  }[],
): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('embedding')
    .values(rows.map(({ id, vector }) => ({ entry_id: id, model, vector: toBlob(vector) })))
    .onConflict((conflict) =>
      conflict
        .columns(['entry_id', 'model'])
        .doUpdateSet((eb) => ({ vector: eb.ref('excluded.vector') })),
    )
    .execute()
  await trx
    .insertInto('outbox')
    .values(
      rows.map(({ id, personaId }) => ({ entry_id: id, persona_id: personaId, op: 'upsert' })),
    )
    .execute()
}

export type RowRange = { readonly after: number; readonly limit: number }
export type ModelCount = { readonly model: string; readonly entries: number }

/** Embeddings that other models made, counted a few rows at a time. */
export async function countOtherModels(
  db: ReadDb,
  { model, personaId }: EmbedScope,
  page: RowRange,
): Promise<{ counts: ModelCount[]; scannedTo: number | null }> {
  let query = db
    .selectFrom('timeline_entry as e')
    .innerJoin('embedding as v', 'v.entry_id', 'e.id')
    .select(['e.row', 'v.model'])
    .where('e.row', '>', page.after)
    .where('e.row', '<=', page.after + page.limit)
  if (personaId !== null) query = query.where('e.persona_id', '=', personaId)
  const rows = await query.execute()
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row.model, (counts.get(row.model) ?? 0) + 1)
  counts.delete(model)
  const last = await db
    .selectFrom('timeline_entry')
    .select((eb) => eb.fn.max<number | null>('row').as('row'))
    .executeTakeFirst()
  const scannedTo = page.after + page.limit
  return {
    counts: [...counts].map(([name, entries]) => ({ model: name, entries })),
    scannedTo: scannedTo < (last?.row ?? 0) ? scannedTo : null,
  }
}

/**
 * Forgets what other models made of these rows, where the current one has its own.
 *
 * @returns how many embeddings
 */
export async function deleteOtherModels(
  db: WriteDb,
  { model, personaId }: EmbedScope,
  page: RowRange,
): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from embedding where model <> ${model} and entry_id in (
    select e.id from timeline_entry e join embedding v on v.entry_id = e.id and v.model = ${model}
    where e.row > ${page.after} and e.row <= ${page.after + page.limit}
      and (${personaId} is null or e.persona_id = ${personaId}))`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
