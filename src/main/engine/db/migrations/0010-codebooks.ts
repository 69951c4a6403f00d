import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  `create table codebook (
    id text primary key, tenant_id text not null references tenant(id),
    run_id text not null references run(id), question_id text not null,
    started_from text not null, start text not null, created_at integer not null,
    unique (run_id, question_id)) strict`,
  `create table codebook_event (
    codebook_id text not null references codebook(id), revision integer not null,
    event text not null, created_at integer not null,
    primary key (codebook_id, revision)) strict, without rowid`,
  `create table coding_sample (
    id text primary key, codebook_id text not null references codebook(id),
    revision integer not null, seed integer not null, task_ids text not null,
    created_at integer not null) strict`,
  `create index coding_sample_codebook on coding_sample(codebook_id, created_at)`,
  `create table coding_sample_code (
    sample_id text not null references coding_sample(id), task_id text not null, theme_id text,
    coded_at integer not null,
    primary key (sample_id, task_id)) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
