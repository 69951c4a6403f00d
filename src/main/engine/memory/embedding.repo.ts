import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { quantise } from '../domain/vectors/quantise.ts'
import { toQuantisedBlob } from '../vectors/vector-blob.ts'
import { countVectors, embeddingModelId } from '../vectors/embedding-models.ts'

/** Rows looked at per query, however few of them lack a vector. */
const SCAN = 500

export type UnembeddedEntry = {
  readonly id: string
  readonly personaId: string
  readonly eventLabel: string
  readonly facts: string
  readonly feelings: string
  readonly interpretation: string
  readonly emotionTags: string[]
}

/** Entries that the model has no vector of; counted on indexes alone. */
export async function countMissingEmbeddings(db: ReadDb, model: string): Promise<number> {
  const entries = await db
    .selectFrom('timeline_entry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Math.max(0, entries.n - (await countVectors(db, model)))
}

/**
 * The next entries without a vector, in order of their rows.
 *
 * @returns `scannedTo`: the row to go on after, or null at the end
 */
export async function findMissingEmbeddings(
  db: ReadDb,
  model: string,
  after: number,
  limit: number,
): Promise<{ entries: UnembeddedEntry[]; scannedTo: number | null }> {
  const rows = await db
    .selectFrom('timeline_entry as e')
    .innerJoin('persona as p', 'p.id', 'e.persona_id')
    .leftJoin('embedding_model as m', (join) => join.on('m.name', '=', model))
    .leftJoin('embedding as v', (join) =>
      join
        .onRef('v.model', '=', 'm.id')
        .onRef('v.persona_row', '=', 'p.row')
        .onRef('v.row', '=', 'e.row'),
    )
    .select(['e.row', 'e.id', sql<number>`v.row is not null`.as('embedded')])
    .where('e.row', '>', after)
    .orderBy('e.row')
    .limit(SCAN)
    .execute()
  const missing = rows.filter((row) => row.embedded === 0).slice(0, limit)
  const scannedTo = missing.length === limit ? missing.at(-1)!.row : (rows.at(-1)?.row ?? null)
  if (missing.length === 0) return { entries: [], scannedTo }
  const entries = await db
    .selectFrom('timeline_entry')
    .selectAll()
    .where(
      'row',
      'in',
      missing.map(({ row }) => row),
    )
    .execute()
  return {
    entries: entries.map((row) => ({
      id: row.id,
      personaId: row.persona_id,
      eventLabel: row.event_label,
      facts: row.facts,
      feelings: row.feelings,
      interpretation: row.interpretation,
      emotionTags: z.array(z.string()).parse(JSON.parse(row.emotion_tags)),
    })),
    scannedTo,
  }
}

export async function insertEmbeddings(
  trx: WriteDb,
  model: string,
  rows: readonly { id: string; personaId: string; vector: Float32Array }[],
): Promise<void> {
  if (rows.length === 0) return
  const modelId = await embeddingModelId(trx, model)
  const places = await trx
    .selectFrom('timeline_entry as e')
    .innerJoin('persona as p', 'p.id', 'e.persona_id')
    .select(['e.id', 'e.row', 'p.row as persona_row'])
    .where(
      'e.id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const placeOf = new Map(places.map(({ id, ...place }) => [id, place]))
  const values = rows.flatMap(({ id, vector }) => {
    const place = placeOf.get(id)
    return place ? [{ model: modelId, ...place, vector: toQuantisedBlob(quantise(vector)) }] : []
  })
  if (values.length === 0) return
  await trx
    .insertInto('embedding')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('outbox')
    .values(
      rows.map(({ id, personaId }) => ({ entry_id: id, persona_id: personaId, op: 'upsert' })),
    )
    .execute()
}
