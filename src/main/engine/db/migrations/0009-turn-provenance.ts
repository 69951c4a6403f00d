import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  // What a turn was asked with, and whether an equal earlier call answered it: null before this.
  `alter table turn add column seed integer`,
  `alter table turn add column cache_key text`,
  `alter table turn add column from_cache integer`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
