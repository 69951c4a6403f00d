import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import * as initial from './0001-initial.ts'
import * as memory from './0002-memory.ts'
import * as search from './0003-search.ts'
import * as reconcile from './0004-reconcile.ts'
import * as studies from './0006-studies.ts'

it('makes the first revision of each study there is, and leaves runs and tasks as they were', async () => {
  const sqlite = new SqliteDatabase(':memory:')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  for (const { up } of [initial, memory, search, reconcile]) await up(db)
  sqlite.pragma('foreign_keys = off')
  sqlite.exec(`
    insert into study (id, tenant_id, name, population_id, population_version_id, skill_id,
      skill_version_id, design, created_at, updated_at)
      values ('s', 't', 'Bus', 'p', 'pv', 'k', 'kv', '{"replicates":2}', 7, 9);
    insert into run (id, tenant_id, study_id, number, status, manifest_hash, model_name, rehearsal,
      max_concurrency, created_at) values ('r', 't', 's', 1, 'succeeded', 'h', 'm', 1, 4, 8);
    insert into task (id, tenant_id, run_id, position, unit_key, persona_id, cohort_id, replicate,
      status, created_at) values ('a', 't', 'r', 0, 'u', 'x', 'c', 1, 'succeeded', 8);`)

  await studies.up(db)

  expect(sqlite.prepare('select * from study_revision').all()).toEqual([
    {
      study_id: 's',
      revision: 1,
      name: 'Bus',
      population_version_id: 'pv',
      skill_version_id: 'kv',
      design: '{"replicates":2}',
      note: null,
      created_at: 7,
    },
  ])
  expect(sqlite.prepare('select revision from study').get()).toEqual({ revision: 1 })
  expect(sqlite.prepare('select status, study_revision from run').get()).toEqual({
    status: 'succeeded',
    study_revision: null,
  })
  expect(sqlite.prepare('select condition_order from task').get()).toEqual({
    condition_order: null,
  })
  await db.destroy()
})
