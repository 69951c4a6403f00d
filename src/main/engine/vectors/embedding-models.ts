import type { ReadDb, WriteDb } from '../db/schema.ts'

/** The number that rows hold in place of the model's name; given when it is first used. */
export async function embeddingModelId(trx: WriteDb, name: string): Promise<number> {
  const known = await findModelId(trx, name)
  if (known !== undefined) return known
  const { id } = await trx
    .insertInto('embedding_model')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function findModelId(db: ReadDb, name: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('embedding_model')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.id
}

/** Vectors of entries that exist; a long append in the making has some that do not count yet. */
export async function countVectors(db: ReadDb, model: string): Promise<number> {
  const row = await db
    .selectFrom('embedding_model')
    .select('vectors')
    .where('name', '=', model)
    .executeTakeFirst()
  return row?.vectors ?? 0
}
