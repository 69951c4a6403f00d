import { sql, type Kysely } from 'kysely'

// Frozen once released: a migration never imports app code, which will change.
const before = [
  // Everything recall needs of a persona lies in a few neighbouring pages, whoever else was written
  // to in between: both tables are clustered by persona.
  `create table memory_feature (
    persona_row integer not null, row integer not null, data blob not null,
    primary key (persona_row, row)) strict, without rowid`,
  // What is to be computed anew holds nothing.
  `create index memory_feature_missing on memory_feature(row) where length(data) = 0`,
  `insert into memory_feature (persona_row, row, data)
    select p.row, e.row, x'' from timeline_entry e join persona p on p.id = e.persona_id`,
  // Counted as they come and go: counting the rows would read every vector.
  `create table embedding_model (
    id integer primary key, name text not null unique, vectors integer not null default 0) strict`,
  `insert into embedding_model (name) select distinct model from embedding order by model`,
  `alter table embedding rename to embedding_float`,
  `create table embedding (
    model integer not null references embedding_model(id), persona_row integer not null,
    row integer not null, vector blob not null,
    primary key (model, persona_row, row)) strict, without rowid`,
  `create trigger embedding_inserted after insert on embedding begin
    update embedding_model set vectors = vectors + 1 where id = new.model; end`,
  // Moves when something changed that a timeline kept in memory does not see by its length: what is
  // superseded (replacements), or anything else (revision).
  `create table timeline_revision (
    persona_row integer primary key, revision integer not null default 0,
    replacements integer not null default 0) strict`,
  // A long append in the making: rows that it has claimed and nobody sees yet.
  `create table timeline_batch (
    id integer primary key, persona_row integer not null, first_row integer not null,
    last_row integer not null, created_at integer not null) strict`,
]

const revise = (personaRow: string, column = 'revision') => `
  insert into timeline_revision (persona_row, ${column}) values (${personaRow}, 1)
  on conflict do update set ${column} = ${column} + 1;`
const personaOf = (id: string) => `(select row from persona where id = ${id})`

const after = [
  `drop table embedding_float`,
  `create trigger embedding_updated after update on embedding begin
    ${revise('new.persona_row')} end`,
  `create trigger embedding_deleted after delete on embedding begin
    update embedding_model set vectors = vectors - 1 where id = old.model;
    ${revise('old.persona_row')} end`,
  `create trigger timeline_entry_superseded after update of superseded_by on timeline_entry begin
    ${revise(personaOf('new.persona_id'), 'replacements')} end`,
  `create trigger timeline_entry_renumbered after update of sequence on timeline_entry begin
    ${revise(personaOf('new.persona_id'))} end`,
  `create trigger timeline_entry_changed after update of event_at, known_at, event_label, facts,
    feelings, interpretation, emotion_tags, memory_type, memory_strength on timeline_entry begin
    update memory_feature set data = x''
    where persona_row = ${personaOf('new.persona_id')} and row = new.row;
    ${revise(personaOf('new.persona_id'))} end`,
  `create trigger timeline_entry_deleted after delete on timeline_entry begin
    delete from memory_feature
    where persona_row = ${personaOf('old.persona_id')} and row = old.row;
    delete from embedding where model in (select id from embedding_model)
      and persona_row = ${personaOf('old.persona_id')} and row = old.row;
    delete from timeline_text where rowid = old.row;
    insert into outbox (entry_id, persona_id, op) values (old.id, old.persona_id, 'remove');
    ${revise(personaOf('old.persona_id'))} end`,
  // What decides visibility is in memory_feature, or in this: few entries are ever superseded.
  `drop index timeline_entry_visible`,
  `create index timeline_entry_replaced on timeline_entry(persona_id, sequence, superseded_by)
    where superseded_by is not null`,
  // Filled again from the entries, with their features. No phrase is ever looked for, so the
  // positions of words within a text are not kept.
  `drop table timeline_text`,
  `create virtual table timeline_text using fts5(
    persona, text, content='', contentless_delete=1, detail=column,
    tokenize='unicode61 remove_diacritics 0')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of before) await sql.raw(statement).execute(db)
  await quantiseVectors(db)
  for (const statement of after) await sql.raw(statement).execute(db)
}

type OldVector = { at: number; model: number; persona_row: number; row: number; vector: Uint8Array }

const PAGE = 1_000

async function quantiseVectors(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await sql<OldVector>`
      select f.rowid as at, m.id as model, p.row as persona_row, e.row, f.vector
      from embedding_float f join embedding_model m on m.name = f.model
        join timeline_entry e on e.id = f.entry_id join persona p on p.id = e.persona_id
      where f.rowid > ${after} order by f.rowid limit ${PAGE}`.execute(db)
    for (const { model, persona_row, row, vector } of rows) {
      await sql`insert into embedding (model, persona_row, row, vector)
        values (${model}, ${persona_row}, ${row}, ${quantised(vector)})`.execute(db)
    }
    if (rows.length < PAGE) return
    after = rows.at(-1)!.at
  }
}

/** A scale as float32, then one signed byte a value; both little-endian. */
function quantised(blob: Uint8Array): Uint8Array {
  const vector = new Float32Array(blob.slice().buffer)
  const bytes = new Uint8Array(4 + vector.length)
  const values = new Int8Array(bytes.buffer, 4)
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return bytes
  let squares = 0
  for (let i = 0; i < vector.length; i++) {
    values[i] = Math.round((vector[i]! / largest) * 127)
    squares += values[i]! ** 2
  }
  new DataView(bytes.buffer).setFloat32(0, 1 / Math.sqrt(squares), true)
  return bytes
}
