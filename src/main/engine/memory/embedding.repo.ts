import type { ReadDb } from '../db/schema.ts'
import { countVectors } from '../vectors/embedding-models.ts'

/** Entries that the model has no vector of; counted on indexes alone. */
export async function countMissingEmbeddings(db: ReadDb, model: string): Promise<number> {
  const entries = await db
    .selectFrom('timeline_entry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Math.max(0, entries.n - (await countVectors(db, model)))
}
