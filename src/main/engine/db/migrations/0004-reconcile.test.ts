import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import * as initial from './0001-initial.ts'
import * as memory from './0002-memory.ts'
import * as search from './0003-search.ts'
import * as reconcile from './0004-reconcile.ts'

it('keeps the files and jobs there are', async () => {
  const sqlite = new SqliteDatabase(':memory:')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  for (const { up } of [initial, memory, search]) await up(db)
  sqlite.pragma('foreign_keys = off')
  sqlite.exec(`
    insert into memory_file (id, tenant_id, persona_id, name, kind, size_bytes, sha256, status,
      proposals, skipped, created_at)
      values ('f', 't', 'p', 'a.txt', 'text', 1, 'x', 'proposed', '[]', '[]', 7);
    insert into job (id, tenant_id, kind, unit_key, payload, status, created_at, updated_at)
      values ('j', 't', 'prompt', 'k', '{}', 'queued', 1, 1);`)

  await reconcile.up(db)

  expect(sqlite.prepare('select id, memories from memory_file').all()).toEqual([
    { id: 'f', memories: 0 },
  ])
  expect(sqlite.prepare('select id, status from job').all()).toEqual([
    { id: 'j', status: 'queued' },
  ])
  expect(sqlite.prepare('select count(*) as n from reconcile_progress').get()).toEqual({ n: 0 })
  await db.destroy()
})
