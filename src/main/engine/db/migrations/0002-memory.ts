import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const statements = [
  // A profile as it was from an instant on; written with the first edit of a persona.
  `create table persona_version (
    persona_id text not null references persona(id), version integer not null,
    body text not null, valid_from integer not null,
    primary key (persona_id, version)) strict, without rowid`,
  // What the session carried after each turn, and the session's clock: an interview may be taken up
  // at an earlier instant, for which later turns do not exist.
  `alter table turn add column clock integer`,
  `alter table turn add column mood text`,
  `alter table turn add column pressure text`,
  `alter table turn add column surfaced text`,
  // Of the turns there are, only the state after the last is known: each counts as that one.
  `update turn set clock = created_at,
    (mood, pressure, surfaced) = (select s.mood, s.pressure, s.surfaced
      from session s where s.id = turn.session_id)`,
  `create table rehearsal (
    entry_id text not null, turn_id text not null, persona_id text not null, at integer not null,
    primary key (entry_id, turn_id)) strict, without rowid`,
  `create index rehearsal_persona on rehearsal(persona_id, at)`,
  `create table consolidation (
    turn_id text primary key, tenant_id text not null, persona_id text not null,
    session_id text not null, action text not null, entry_id text, reason text not null,
    decided_by text not null, issues text not null default '[]',
    created_at integer not null) strict, without rowid`,
  `create index consolidation_persona on consolidation(tenant_id, persona_id, created_at)`,
  `create table consistency_report (
    persona_id text primary key references persona(id), tenant_id text not null,
    score integer not null, checked_at integer not null, checked_sequence integer not null,
    issues text not null) strict, without rowid`,
  `create table consistency_dismissal (
    persona_id text not null, issue_id text not null, dismissed_at integer not null,
    primary key (persona_id, issue_id)) strict, without rowid`,
  `create table memory_file (
    id text primary key, tenant_id text not null, persona_id text not null references persona(id),
    name text not null, kind text not null, size_bytes integer not null, sha256 text not null,
    status text not null, proposals text not null, skipped text not null,
    created_at integer not null) strict, without rowid`,
  `create index memory_file_persona on memory_file(tenant_id, persona_id, created_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
