import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  `alter table study add column revision integer not null default 1`,
  // A study as it was after each change: rows are only ever added.
  `create table study_revision (
    study_id text not null references study(id), revision integer not null, name text not null,
    population_version_id text not null, skill_version_id text not null, design text not null,
    note text, created_at integer not null,
    primary key (study_id, revision)) strict, without rowid`,
  `insert into study_revision (study_id, revision, name, population_version_id, skill_version_id,
      design, note, created_at)
    select id, 1, name, population_version_id, skill_version_id, design, null, created_at
    from study`,
  `create table study_registration (
    study_id text primary key references study(id), plan text not null, hash text not null,
    runs_before integer not null, registered_at integer not null) strict, without rowid`,
  // Null: launched before studies had revisions.
  `alter table run add column study_revision integer`,
  // The place, from 1, that the condition of a task had for its persona; null where there is none.
  `alter table task add column condition_order integer`,
  `create table schedule (
    id text primary key, tenant_id text not null, study_id text not null references study(id),
    name text not null, cron text not null, time_zone text not null, enabled integer not null,
    max_concurrency integer, next_at integer, created_at integer not null,
    updated_at integer not null, deleted_at integer) strict`,
  `create index schedule_due on schedule(next_at) where next_at is not null`,
  `create index schedule_created on schedule(tenant_id, created_at, id) where deleted_at is null`,
  `create table schedule_firing (
    schedule_id text not null references schedule(id), due_at integer not null,
    fired_at integer not null, missed integer not null, run_id text, error text,
    primary key (schedule_id, due_at)) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
