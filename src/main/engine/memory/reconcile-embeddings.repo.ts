import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { quantise } from '../domain/vectors/quantise.ts'
import { embeddingModelId } from '../vectors/embedding-models.ts'
import { SCALE_BYTES, toQuantisedBlob } from '../vectors/vector-blob.ts'

export type EntryToEmbed = {
  readonly id: string
  readonly row: number
  readonly personaId: string
  readonly personaRow: number
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
    .innerJoin('persona as p', 'p.id', 'e.persona_id')
    .leftJoin('embedding_model as m', (join) => join.on('m.name', '=', scope.model))
    .leftJoin('embedding as v', (join) =>
      join
        .onRef('v.model', '=', 'm.id')
        .onRef('v.persona_row', '=', 'p.row')
        .onRef('v.row', '=', 'e.row'),
    )
    .select(['e.row', sql<number | null>`length(v.vector)`.as('bytes')])
    .where('e.row', '>', page.after)
  if (scope.personaId !== null) query = query.where('e.persona_id', '=', scope.personaId)
  const rows = await query.orderBy('e.row').limit(page.scan).execute()

  const bytes = SCALE_BYTES + scope.dimensions
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
    .selectFrom('timeline_entry as e')
    .innerJoin('persona as p', 'p.id', 'e.persona_id')
    .select(['e.row', 'e.id', 'e.persona_id', 'p.row as persona_row', 'e.event_label', 'e.facts'])
    .select(['e.feelings', 'e.interpretation', 'e.emotion_tags'])
    .where(
      'e.row',
      'in',
      rows.map(({ row }) => row),
    )
    .execute()
  return entries.map((row) => ({
    id: row.id,
    row: row.row,
    personaId: row.persona_id,
    personaRow: row.persona_row,
    eventLabel: row.event_label,
    facts: row.facts,
    feelings: row.feelings,
    interpretation: row.interpretation,
    emotionTags: z.array(z.string()).parse(JSON.parse(row.emotion_tags)),
  }))
}

type Embedded = Pick<EntryToEmbed, 'id' | 'row' | 'personaId' | 'personaRow'> & {
  readonly vector: Float32Array
}

/** Stores vectors of the model in place of what it had, and tells the index. */
export async function replaceEmbeddings(
  trx: WriteDb,
  model: string,
  rows: readonly Embedded[],
): Promise<void> {
  if (rows.length === 0) return
  const modelId = await embeddingModelId(trx, model)
  await trx
    .insertInto('embedding')
    .values(
      rows.map(({ row, personaRow, vector }) => ({
        model: modelId,
        persona_row: personaRow,
        row,
        vector: toQuantisedBlob(quantise(vector)),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['model', 'persona_row', 'row'])
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

export type ModelCount = { readonly model: string; readonly entries: number }

/** How many embeddings other models left of a persona's entries; null: of everybody's. */
export async function countOtherModels(
  db: ReadDb,
  { model, personaId }: EmbedScope,
): Promise<ModelCount[]> {
  const models = await db
    .selectFrom('embedding_model as m')
    .select(['m.name', 'm.vectors'])
    .select((eb) =>
      eb
        .selectFrom('embedding as v')
        .innerJoin('persona as p', 'p.row', 'v.persona_row')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('v.model', '=', 'm.id')
        // Of everybody they are counted already.
        .where('p.id', '=', personaId ?? '')
        .as('own'),
    )
    .where('m.name', '!=', model)
    .orderBy('m.name')
    .execute()
  return models
    .map(({ name, vectors, own }) => ({
      model: name,
      entries: personaId === null ? vectors : (own ?? 0),
    }))
    .filter(({ entries }) => entries > 0)
}

/**
 * Forgets some of what other models made, where the current one has its own.
 *
 * @returns how many embeddings; 0: none is left
 */
export async function deleteOtherModels(
  db: WriteDb,
  { model, personaId }: EmbedScope,
  limit: number,
): Promise<number> {
  const current = sql`(select id from embedding_model where name = ${model})`
  const { numAffectedRows } = await sql`
    delete from embedding where (model, persona_row, row) in (
      select o.model, o.persona_row, o.row from embedding_model m
        join embedding o on o.model = m.id
        join embedding v on v.model = ${current} and v.persona_row = o.persona_row
          and v.row = o.row
      where m.name <> ${model}
        and (${personaId} is null
          or o.persona_row = (select row from persona where id = ${personaId}))
      limit ${limit})`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
