import type { Kysely } from 'kysely'

/** How an answer came about, where that is more than its text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('task_answer').addColumn('detail', 'text').execute()
}
