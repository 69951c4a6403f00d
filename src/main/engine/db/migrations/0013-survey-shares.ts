import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  // Counts of published shares: how they were weighted is not known.
  `alter table human_survey add column from_shares integer not null default 0`,
  // Reports can be thrown away, and taken out of the trash again.
  `alter table validation add column deleted_at integer`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
