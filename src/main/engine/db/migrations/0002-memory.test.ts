import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import * as initial from './0001-initial.ts'
import * as memory from './0002-memory.ts'

it('gives the turns there are a clock and what their session carried at its end', async () => {
  const sqlite = new SqliteDatabase(':memory:')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  await initial.up(db)
  sqlite.exec(`
    insert into tenant (id, name, plan, credits, credits_used, created_at)
      values ('t', 'Test', 'local', 0, 0, 0);
    insert into persona (id, tenant_id, persona_key, random_seed, first_name, last_name, age,
      location, base_occupation, attributes, summary, profile, search_text, timeline_length,
      created_at, updated_at)
      values ('p', 't', 'k', 0, 'Ada', 'Lind', 39, 'Lyon', 'nurse', '{}', '', '{}', '', 0, 0, 0);
    insert into session (id, tenant_id, persona_id, kind, title, turn_count, mood, pressure,
      surfaced, created_at, updated_at)
      values ('s', 't', 'p', 'interview', 'Talk', 1, '{"valence":1}', '{"e":25}', '["e"]', 5, 7);
    insert into turn (id, tenant_id, session_id, persona_id, turn_index, prompt, response,
      model_name, rehearsal, tokens_in, tokens_out, latency_ms, recalled, messages, created_at)
      values ('u', 't', 's', 'p', 0, 'Hi', 'Hi', 'fake', 1, 1, 1, 1, '[]', '[]', 7);`)

  await memory.up(db)

  expect(sqlite.prepare('select clock, mood, pressure, surfaced from turn').all()).toEqual([
    { clock: 7, mood: '{"valence":1}', pressure: '{"e":25}', surfaced: '["e"]' },
  ])
  await db.destroy()
})
