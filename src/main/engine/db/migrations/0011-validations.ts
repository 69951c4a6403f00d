import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  `create table human_survey (
    id text primary key, tenant_id text not null references tenant(id), name text not null,
    about text not null, layout text not null, rows integer not null, people real not null,
    kish_n real not null, weighted integer not null, weights blob not null, persons blob,
    created_at integer not null, updated_at integer not null, deleted_at integer) strict`,
  `create index human_survey_created on human_survey(tenant_id, created_at, id)
    where deleted_at is null`,
  `create table human_item (
    survey_id text not null references human_survey(id), position integer not null,
    id text not null, kind text not null, text text not null, ordered integer not null,
    item_values text not null, n real not null, kish_n real not null, missing real not null,
    used_for text not null default '[]', codes blob not null,
    primary key (survey_id, position)) strict`,
  `create unique index human_item_id on human_item(survey_id, id)`,
  // A report as it was made: rows are only ever added.
  `create table validation (
    id text primary key, tenant_id text not null references tenant(id),
    run_id text not null references run(id), survey_id text references human_survey(id),
    population_id text not null, population_version_id text not null, skill_id text not null,
    skill_version_id text not null, model_name text not null, rehearsal integer not null,
    summary text not null, report text not null, created_at integer not null) strict`,
  `create index validation_run on validation(run_id, created_at, id)`,
  `create index validation_created on validation(tenant_id, created_at, id)`,
  `create index validation_basis on validation(tenant_id, model_name, skill_version_id, population_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
