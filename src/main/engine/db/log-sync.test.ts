import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setSetting } from '../tenancy/settings.ts'
import { createGroupCommit } from './group-commit.ts'
import { openDatabase } from './open.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-sync-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('has what was committed in the file, seen from another connection', async () => {
  const path = join(folder, 'workspace.db')
  const { db, sqlite, logSync, reader, close } = await openDatabase(path)
  const commit = createGroupCommit(db, logSync)
  await Promise.all(
    Array.from({ length: 50 }, (_, i) => commit((trx) => setSetting(trx, `s${i}`, i))),
  )
  expect(reader.prepare('select count(*) as n from setting').get()).toEqual({ n: 50 })
  // Other writers wait for the disk as before.
  expect(sqlite.pragma('synchronous', { simple: true })).toBe(2)
  await close()
})

it('answers nobody before the disk has, and does nothing twice when it fails', async () => {
  const { db, close } = await openDatabase(join(folder, 'workspace.db'))
  const order: string[] = []
  const failing = createGroupCommit(db, {
    sync: async () => {
      order.push('synced')
      throw new Error('The disk is gone')
    },
  })
  const results = await Promise.allSettled(
    ['a', 'b'].map((name) =>
      failing(async (trx) => {
        order.push(name)
        await setSetting(trx, name, 1)
      }),
    ),
  )
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(order).toEqual(['a', 'b', 'synced'])
  await close()
})
