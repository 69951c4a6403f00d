import { expect, it } from 'vitest'
import { setSetting } from '../tenancy/settings.ts'
import { createGroupCommit } from './group-commit.ts'
import { openDatabase } from './open.ts'

it('commits all that is asked for at once, in order, and answers each', async () => {
  const { db, close } = await openDatabase(':memory:')
  const commit = createGroupCommit(db)
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      commit(async (trx) => {
        await setSetting(trx, `s${i}`, i)
        await setSetting(trx, 'last', i)
        return i
      }),
    ),
  )
  expect(answers).toEqual(Array.from({ length: 100 }, (_, i) => i))
  const rows = await db.selectFrom('setting').selectAll().execute()
  expect(rows).toHaveLength(101)
  expect(rows.find(({ name }) => name === 'last')?.value).toBe('99')
  await close()
})

it('does the others without the one that fails', async () => {
  const { db, close } = await openDatabase(':memory:')
  const commit = createGroupCommit(db)
  const results = await Promise.allSettled(
    ['a', 'b', 'c'].map((name) =>
      commit(async (trx) => {
        await setSetting(trx, name, 1)
        if (name === 'b') throw new Error('not this one')
        return name
      }),
    ),
  )
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const rows = await db.selectFrom('setting').select('name').execute()
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['a', 'c'])
  await close()
})
