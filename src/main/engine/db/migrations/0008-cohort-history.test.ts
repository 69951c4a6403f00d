import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import * as initial from './0001-initial.ts'
import * as memory from './0002-memory.ts'
import * as search from './0003-search.ts'
import * as reconcile from './0004-reconcile.ts'
import * as runner from './0005-runner.ts'
import * as studies from './0006-studies.ts'
import * as answers from './0007-answers.ts'
import * as history from './0008-cohort-history.ts'

it('gives each revision there is the name its cohort has today, and changes nothing else', async () => {
  const sqlite = new SqliteDatabase(':memory:')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  for (const { up } of [initial, memory, search, reconcile, runner, studies, answers]) await up(db)
  sqlite.exec(`
    insert into cohort (id, tenant_id, name, created_at, updated_at)
      values ('a', 't', 'Nurses', 1, 2), ('b', 't', 'It''s others', 1, 1);
    insert into cohort_revision (id, cohort_id, revision, criteria, created_at)
      values ('1', 'a', 1, '{"all":[]}', 1), ('2', 'a', 2, '{"any":[]}', 2),
        ('3', 'b', 1, '{"all":[]}', 1);`)

  await history.up(db)

  expect(sqlite.prepare('select * from cohort_revision order by id').all()).toEqual([
    aRevision({ id: '1', cohort_id: 'a', revision: 1, name: 'Nurses', created_at: 1 }),
    aRevision({
      id: '2',
      cohort_id: 'a',
      revision: 2,
      name: 'Nurses',
      created_at: 2,
      criteria: '{"any":[]}',
    }),
    aRevision({ id: '3', cohort_id: 'b', revision: 1, name: "It's others", created_at: 1 }),
  ])
  await db.destroy()
})

function aRevision(of: object) {
  return { criteria: '{"all":[]}', additions: '[]', exclusions: '[]', ...of }
}
