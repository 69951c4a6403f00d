import type { ReadDb, WriteDb } from '../db/schema.ts'

/** A workspace setting as it was written; undefined when it never was. */
export async function getSetting(db: ReadDb, name: string): Promise<unknown> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row && (JSON.parse(row.value) as unknown)
}

export async function setSetting(db: WriteDb, name: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('setting')
    .values({ name, value: text })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
    .execute()
}
