import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  // How far a reconcile job has come, so that one that was interrupted goes on from there.
  `create table reconcile_progress (
    job_id text primary key, phase text not null, cursor text not null, done integer not null,
    total integer not null, counts text not null, started_at integer not null) strict, without rowid`,
  `alter table memory_file add column memories integer not null default 0`,
  `create index run_member_persona on run_member(persona_id)`,
  `create index job_kind on job(tenant_id, kind, created_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
