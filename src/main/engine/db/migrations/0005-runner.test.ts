import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import * as initial from './0001-initial.ts'
import * as memory from './0002-memory.ts'
import * as search from './0003-search.ts'
import * as reconcile from './0004-reconcile.ts'
import * as runner from './0005-runner.ts'

it('keeps the runs there are, with their budgets and what a kill left unknown', async () => {
  const sqlite = new SqliteDatabase(':memory:')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  for (const { up } of [initial, memory, search, reconcile]) await up(db)
  sqlite.pragma('foreign_keys = off')
  sqlite.exec(`
    insert into run (id, tenant_id, study_id, number, status, manifest_hash, model_name, rehearsal,
      max_concurrency, tokens_out, tokens_reserved, created_at)
      values ('over', 't', 's', 1, 'budget_stopped', 'h', 'm', 0, 4, 900, 50, 1),
             ('open', 't', 's', 2, 'paused', 'h', 'm', 0, 4, 10, 30, 2);
    insert into run_manifest values ('over', '{"study":{"design":{"budgetTokens":1000}}}'),
      ('open', '{"study":{"design":{}}}');`)

  await runner.up(db)

  const read = `select id, budget_tokens as budget, tokens_reserved as held,
    tokens_out_lost as lost, use_cache as cache from run order by number`
  expect(sqlite.prepare(read).all()).toEqual([
    { id: 'over', budget: 1000, held: 0, lost: 50, cache: 1 },
    { id: 'open', budget: null, held: 30, lost: 0, cache: 1 },
  ])
  await db.destroy()
})
