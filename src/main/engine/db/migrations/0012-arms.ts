import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  // Null: a task of the study itself. Else what it belongs to beside the study.
  `alter table task add column arm text`,
  // 'robustness': a part of the population is asked in several ways.
  `alter table run add column purpose text not null default 'study'`,
  `create index task_arm on task(run_id, arm, status) where arm is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
