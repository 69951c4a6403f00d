import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { ModelsConfig } from './models-config.ts'

const NAME = 'models'

/** The workspace setting as it was stored, unchecked; undefined where there is none. */
export async function findModelsSetting(db: ReadDb): Promise<unknown> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirst()
  return row && JSON.parse(row.value)
}

export async function saveModelsSetting(db: WriteDb, config: ModelsConfig): Promise<void> {
  const value = JSON.stringify(config)
  await db
    .insertInto('setting')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
