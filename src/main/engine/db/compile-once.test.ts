import { expect, it } from 'vitest'
import { compileOnce, insertRow } from './compile-once.ts'
import { openDatabase } from './open.ts'

it('runs with other values what was built with the first, and keeps what is fixed', async () => {
  const { db, close } = await openDatabase(':memory:')
  for (const [name, value] of [
    ['a', '1'],
    ['b', '2'],
    ['a2', '1'],
  ] as const)
    await insertRow(db, 'setting', { name, value })
  let built = 0
  const find = compileOnce((on, { value, name }: { name: string; value: string }) => {
    built += 1
    return on
      .selectFrom('setting')
      .select('name')
      .where('value', '=', value)
      .where('name', '!=', name)
      .where('name', '!=', 'fixed')
      .where('value', '=', value)
      .$castTo<{ name: string }>()
  })
  expect((await find(db, { name: 'a', value: '1' })).rows).toEqual([{ name: 'a2' }])
  expect((await find(db, { name: 'a', value: '2' })).rows).toEqual([{ name: 'b' }])
  expect(built).toBe(1)
  await close()
})

it('tells how many rows it changed', async () => {
  const { db, close } = await openDatabase(':memory:')
  await insertRow(db, 'setting', { name: 'a', value: '1' })
  const update = compileOnce((on, { name }: { name: string }) =>
    on.updateTable('setting').set({ value: '2' }).where('name', '=', name),
  )
  expect((await update(db, { name: 'a' })).numAffectedRows).toBe(1n)
  expect((await update(db, { name: 'b' })).numAffectedRows).toBe(0n)
  await close()
})

it('inserts by the columns it is given, whatever their order was before', async () => {
  const { db, close } = await openDatabase(':memory:')
  await insertRow(db, 'setting', { name: 'a', value: '1' })
  await insertRow(db, 'setting', { value: '2', name: 'b' })
  expect(
    await db.selectFrom('setting').select(['name', 'value']).orderBy('name').execute(),
  ).toEqual([
    { name: 'a', value: '1' },
    { name: 'b', value: '2' },
  ])
  await close()
})
