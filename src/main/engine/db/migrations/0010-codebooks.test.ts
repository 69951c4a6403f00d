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
import * as provenance from './0009-turn-provenance.ts'
import * as codebooks from './0010-codebooks.ts'

it('makes room for codebooks, one per question of a run, and their events', async () => {
  const sqlite = new SqliteDatabase(':memory:')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  const before = [initial, memory, search, reconcile, runner, studies, answers, history, provenance]
  for (const { up } of before) await up(db)
  sqlite.pragma('foreign_keys = off')

  await codebooks.up(db)

  const insert = (id: string, question: string) =>
    sqlite.exec(`insert into codebook values ('${id}', 't', 'r', '${question}', '{}', '{}', 1)`)
  insert('a', 'q')
  insert('b', 'other')
  expect(() => insert('c', 'q')).toThrow(/UNIQUE/)
  sqlite.exec(`insert into codebook_event values ('a', 1, '{}', 2)`)
  expect(() => sqlite.exec(`insert into codebook_event values ('a', 1, '{}', 3)`)).toThrow(/UNIQUE/)
  await db.destroy()
})
