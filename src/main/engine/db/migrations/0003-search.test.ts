import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { quantise } from '../../domain/vectors/quantise.ts'
import { toQuantisedBlob } from '../../vectors/vector-blob.ts'
import * as initial from './0001-initial.ts'
import * as memory from './0002-memory.ts'
import * as search from './0003-search.ts'

let sqlite: SqliteDatabase.Database
let db: Kysely<unknown>
beforeEach(async () => {
  sqlite = new SqliteDatabase(':memory:')
  sqlite.pragma('foreign_keys = ON')
  db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  await initial.up(db)
  await memory.up(db)
})
afterEach(() => db.destroy())

function insert(table: string, row: Record<string, unknown>): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(',')
  sqlite
    .prepare(`insert into ${table} (${columns.join(',')}) values (${places})`)
    .run(...Object.values(row))
}

function insertPersona(id: string): void {
  insert('persona', {
    id,
    tenant_id: 't',
    persona_key: id,
    random_seed: 0,
    first_name: 'Ada',
    last_name: 'Lind',
    age: 39,
    location: 'Lyon',
    base_occupation: 'nurse',
    summary: '',
    profile: '{}',
    search_text: '',
    created_at: 0,
    updated_at: 0,
  })
}

function insertEntry(id: string, personaId: string, sequence: number): void {
  insert('timeline_entry', {
    id,
    tenant_id: 't',
    persona_id: personaId,
    sequence,
    event_at: 0,
    event_label: id,
    facts: 'f',
    feelings: 'f',
    interpretation: 'i',
    emotion_tags: '[]',
    memory_type: 'normal',
    memory_strength: 50,
    metadata: '{}',
    source: 'seed',
    known_at: 0,
    text_length: 3,
    created_at: 0,
  })
}

it('keeps every vector, rounded, by persona and model, and leaves features to be filled', async () => {
  insert('tenant', { id: 't', name: 'T', created_at: 0 })
  insertPersona('ada')
  insertPersona('bo')
  // Interleaved, and by two models: rows of a persona are not neighbours.
  insertEntry('a1', 'ada', 1)
  insertEntry('b1', 'bo', 1)
  insertEntry('a2', 'ada', 2)
  const vectors = { a1: [0.6, 0.8, 0], b1: [0, 0, -1], a2: [0.1, 0.2, 0.97] }
  const float = (values: number[]) => Buffer.from(new Float32Array(values).buffer)
  for (const [id, values] of Object.entries(vectors)) {
    insert('embedding', { entry_id: id, model: 'words', vector: float(values) })
  }
  insert('embedding', { entry_id: 'a1', model: 'better', vector: float([0, 0]) })

  await search.up(db)

  const rounded = (values: number[]) =>
    Buffer.from(toQuantisedBlob(quantise(new Float32Array(values))))
  const stored = sqlite
    .prepare(
      `select m.name, p.id as persona, e.id, v.vector from embedding v
       join embedding_model m on m.id = v.model join persona p on p.row = v.persona_row
       join timeline_entry e on e.row = v.row order by m.name, persona, e.row`,
    )
    .all()
  expect(stored).toEqual([
    { name: 'better', persona: 'ada', id: 'a1', vector: rounded([0, 0]) },
    { name: 'words', persona: 'ada', id: 'a1', vector: rounded(vectors.a1) },
    { name: 'words', persona: 'ada', id: 'a2', vector: rounded(vectors.a2) },
    { name: 'words', persona: 'bo', id: 'b1', vector: rounded(vectors.b1) },
  ])
  expect(sqlite.prepare('select name, vectors from embedding_model order by name').all()).toEqual([
    { name: 'better', vectors: 1 },
    { name: 'words', vectors: 3 },
  ])
  expect(
    sqlite
      .prepare('select persona_row, row, length(data) as bytes from memory_feature order by row')
      .all(),
  ).toEqual([
    { persona_row: 1, row: 1, bytes: 0 },
    { persona_row: 2, row: 2, bytes: 0 },
    { persona_row: 1, row: 3, bytes: 0 },
  ])
})
