import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  `create table tenant (
    id text primary key, name text not null, plan text not null default 'local',
    credits real not null default 0, credits_used real not null default 0,
    prompts integer not null default 0, tokens_in integer not null default 0,
    tokens_out integer not null default 0, created_at integer not null) strict`,
  `create table api_key (
    id text primary key, tenant_id text not null references tenant(id), name text not null,
    prefix text not null, hash text not null unique, profile text not null,
    created_at integer not null, last_used_at integer, expires_at integer, revoked_at integer) strict`,
  `create table idempotency (
    tenant_id text not null, key text not null, request_hash text not null,
    status integer not null, body text not null, created_at integer not null,
    primary key (tenant_id, key)) strict, without rowid`,
  `create table setting (name text primary key, value text not null) strict, without rowid`,
  `create table usage_event (
    id integer primary key, tenant_id text not null, type text not null, data text not null,
    created_at integer not null) strict`,
  `create index usage_event_tenant on usage_event(tenant_id, id)`,
  `create table safety_policy (
    tenant_id text primary key references tenant(id), policy text not null,
    updated_at integer not null) strict`,
  `create table job (
    id text primary key, tenant_id text not null, kind text not null, unit_key text not null,
    payload text not null, status text not null, attempts integer not null default 0,
    lease_owner text, lease_until integer, run_after integer not null default 0,
    result text, error text, created_at integer not null, updated_at integer not null,
    unique (tenant_id, kind, unit_key)) strict`,
  `create index job_open on job(status, run_after) where status in ('queued', 'running')`,
  `create table persona (
    row integer primary key, id text not null unique, tenant_id text not null references tenant(id), persona_key text not null, random_seed integer not null,
    first_name text not null, last_name text not null, age integer not null,
    location text not null, base_occupation text not null, gender text, education text,
    income text, household text, language text, attributes text not null default '{}',
    summary text not null, profile text not null, search_text text not null,
    timeline_length integer not null default 0, created_at integer not null,
    updated_at integer not null, deleted_at integer) strict`,
  // Equal keys go by row, which every index ends in: the order in which a file was imported.
  `create index persona_created on persona(tenant_id, created_at) where deleted_at is null`,
  `create index persona_last_name on persona(tenant_id, last_name collate nocase) where deleted_at is null`,
  `create index persona_first_name on persona(tenant_id, first_name collate nocase) where deleted_at is null`,
  `create index persona_age on persona(tenant_id, age) where deleted_at is null`,
  `create index persona_location on persona(tenant_id, location collate nocase) where deleted_at is null`,
  `create index persona_occupation on persona(tenant_id, base_occupation collate nocase) where deleted_at is null`,
  `create index persona_key on persona(tenant_id, persona_key)`,
  // The plan's limit counts memories without reading the people.
  `create index persona_memories on persona(tenant_id, timeline_length) where deleted_at is null`,
  // Filters are counted in it, without reading the long rows.
  `create index persona_filter on persona(tenant_id, age, gender, location) where deleted_at is null`,
  // The list's search. Holds what is not in the trash; triggers keep it so, whoever writes.
  `create virtual table persona_text using fts5(
    tenant, text, content='', contentless_delete=1, prefix='2 3',
    tokenize='unicode61 remove_diacritics 2')`,
  `create trigger persona_text_insert after insert on persona begin
    insert into persona_text(rowid, tenant, text)
    values (new.row, replace(new.tenant_id, '-', ''), new.search_text); end`,
  `create trigger persona_text_update after update of search_text, deleted_at on persona
    when old.search_text is not new.search_text
      or (old.deleted_at is null) <> (new.deleted_at is null)
    begin
      delete from persona_text where rowid = old.row;
      insert into persona_text(rowid, tenant, text)
      select new.row, replace(new.tenant_id, '-', ''), new.search_text
      where new.deleted_at is null; end`,
  `create trigger persona_text_delete after delete on persona begin
    delete from persona_text where rowid = old.row; end`,
  `create table timeline_entry (
    row integer primary key, id text not null unique, tenant_id text not null,
    persona_id text not null references persona(id), sequence integer not null,
    event_at integer not null, event_label text not null, facts text not null,
    feelings text not null, interpretation text not null, emotion_tags text not null,
    memory_type text not null, memory_strength real not null, metadata text not null,
    source text not null, known_at integer not null, supersedes text, superseded_by text,
    supersede_reason text, text_length integer not null, created_at integer not null,
    unique (persona_id, sequence)) strict`,
  // Everything that decides whether an entry is visible, and the length that scoring averages.
  `create index timeline_entry_visible on timeline_entry(
    persona_id, event_at, known_at, sequence, superseded_by, text_length)`,
  // A word of the question may open these without any search finding them.
  `create index timeline_entry_repressed on timeline_entry(persona_id)
    where memory_type = 'repressed'`,
  // Persona as an indexed token: `persona:x AND text:(a OR b)` touches one persona's rows only. The
  // text is stemmed already, as the questions put to it are.
  `create virtual table timeline_text using fts5(
    persona, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`,
  // Rowid tables: vectors lie in the order they came, not scattered by id, and are counted by index.
  `create table embedding (
    entry_id text not null, model text not null, vector blob not null,
    primary key (entry_id, model)) strict`,
  `create table outbox (
    seq integer primary key autoincrement, entry_id text not null, persona_id text not null,
    op text not null) strict`,
  `create index outbox_persona on outbox(persona_id)`,
  `create table session (
    id text primary key, tenant_id text not null, persona_id text not null references persona(id),
    kind text not null, title text not null, turn_count integer not null default 0,
    mood text not null, pressure text not null default '{}', surfaced text not null default '[]',
    created_at integer not null, updated_at integer not null) strict`,
  `create index session_persona on session(tenant_id, persona_id, kind, updated_at)`,
  `create index session_updated on session(tenant_id, kind, updated_at)`,
  `create table turn (
    id text primary key, tenant_id text not null, session_id text not null references session(id),
    persona_id text not null, turn_index integer not null, question_id text, prompt text not null,
    response text not null, model_name text not null, rehearsal integer not null,
    tokens_in integer not null, tokens_out integer not null, latency_ms integer not null,
    recalled text not null, messages text not null, created_at integer not null,
    unique (session_id, turn_index)) strict`,
  // What was used stays used, whatever is purged later; summing long rows would take seconds.
  `create trigger turn_used after insert on turn begin
    update tenant set prompts = prompts + 1, tokens_in = tokens_in + new.tokens_in,
      tokens_out = tokens_out + new.tokens_out
    where id = new.tenant_id; end`,
  `create table turn_embedding (
    turn_id text not null, model text not null, vector blob not null,
    primary key (turn_id, model)) strict`,
  `create table skill (
    id text primary key, tenant_id text not null, name text not null,
    created_at integer not null, updated_at integer not null, deleted_at integer) strict`,
  `create table skill_version (
    id text primary key, skill_id text not null references skill(id), version integer not null,
    body text not null, hash text not null, created_at integer not null,
    unique (skill_id, version)) strict`,
  `create table cohort (
    id text primary key, tenant_id text not null, name text not null,
    created_at integer not null, updated_at integer not null, deleted_at integer) strict`,
  `create table cohort_revision (
    id text primary key, cohort_id text not null references cohort(id), revision integer not null,
    criteria text not null, additions text not null default '[]',
    exclusions text not null default '[]', created_at integer not null,
    unique (cohort_id, revision)) strict`,
  `create table population (
    id text primary key, tenant_id text not null, name text not null,
    created_at integer not null, updated_at integer not null, deleted_at integer) strict`,
  `create table population_version (
    id text primary key, population_id text not null references population(id),
    version integer not null, body text not null, balance text not null, size integer not null,
    hash text not null, created_at integer not null, unique (population_id, version)) strict`,
  `create table population_member (
    population_version_id text not null references population_version(id),
    persona_id text not null references persona(id), cohort_id text not null,
    weight real not null, primary key (population_version_id, persona_id)) strict, without rowid`,
  `create table study (
    id text primary key, tenant_id text not null, name text not null,
    population_id text not null, population_version_id text not null references population_version(id),
    skill_id text not null, skill_version_id text not null references skill_version(id),
    design text not null, created_at integer not null, updated_at integer not null,
    deleted_at integer) strict`,
  `create index study_created on study(tenant_id, created_at, id) where deleted_at is null`,
  `create table run (
    id text primary key, tenant_id text not null, study_id text not null references study(id),
    number integer not null, status text not null,
    manifest_hash text not null, model_name text not null, rehearsal integer not null,
    max_concurrency integer not null, tokens_in integer not null default 0,
    tokens_out integer not null default 0, tokens_reserved integer not null default 0,
    tasks_queued integer not null default 0, tasks_running integer not null default 0,
    tasks_succeeded integer not null default 0, tasks_failed integer not null default 0,
    tasks_cancelled integer not null default 0, reason text, created_at integer not null,
    started_at integer, finished_at integer, unique (study_id, number)) strict`,
  // Apart from run: SQLite rewrites a whole row, and a run is counted up with every answer.
  `create table run_manifest (
    run_id text primary key references run(id), manifest text not null) strict`,
  `create index run_created on run(tenant_id, created_at, id)`,
  `create index run_open on run(status) where status in ('queued', 'running', 'paused')`,
  `create table run_member (
    run_id text not null references run(id), persona_id text not null, cohort_id text not null,
    weight real not null, last_sequence integer not null,
    primary key (run_id, persona_id)) strict, without rowid`,
  `create table task (
    id text primary key, tenant_id text not null, run_id text not null references run(id),
    position integer not null, unit_key text not null, persona_id text not null,
    cohort_id text not null, condition text, replicate integer not null, status text not null,
    attempts integer not null default 0, next_attempt_at integer not null default 0,
    lease_owner text, lease_until integer, error text, session_id text,
    tokens_in integer not null default 0, tokens_out integer not null default 0,
    tokens_reserved integer not null default 0, created_at integer not null, finished_at integer,
    unique (run_id, unit_key), unique (run_id, position)) strict`,
  `create index task_open on task(run_id, status, position)`,
  `create index task_error on task(run_id, error) where error is not null`,
  `create trigger task_inserted after insert on task begin
    update run set tasks_queued = tasks_queued + (new.status = 'queued'),
      tasks_running = tasks_running + (new.status = 'running'),
      tasks_succeeded = tasks_succeeded + (new.status = 'succeeded'),
      tasks_failed = tasks_failed + (new.status = 'failed'),
      tasks_cancelled = tasks_cancelled + (new.status = 'cancelled')
    where id = new.run_id; end`,
  `create trigger task_moved after update of status on task when old.status <> new.status begin
    update run set
      tasks_queued = tasks_queued + (new.status = 'queued') - (old.status = 'queued'),
      tasks_running = tasks_running + (new.status = 'running') - (old.status = 'running'),
      tasks_succeeded = tasks_succeeded + (new.status = 'succeeded') - (old.status = 'succeeded'),
      tasks_failed = tasks_failed + (new.status = 'failed') - (old.status = 'failed'),
      tasks_cancelled = tasks_cancelled + (new.status = 'cancelled') - (old.status = 'cancelled')
    where id = new.run_id; end`,
  `create table task_answer (
    task_id text not null references task(id), question_id text not null, position integer not null,
    type text not null, status text not null, value text, text text not null,
    turn_id text not null references turn(id),
    primary key (task_id, question_id)) strict, without rowid`,
  `create table answer_cache (
    key text primary key, response text not null, created_at integer not null) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
