import { expect, it } from 'vitest'
import { createLookUp, createRecent } from './recent.ts'

it('keeps the last few, by use', () => {
  const recent = createRecent<string, number>(2)
  expect(recent.keep('a', 1)).toBe(1)
  recent.keep('b', 2)
  expect(recent.get('a')).toBe(1)
  recent.keep('c', 3)
  expect(recent.get('b')).toBeUndefined()
  recent.keep('a', 4)
  recent.keep('d', 5)
  expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual([4, undefined, undefined, 5])
})

it('keeps null, and forgets what it is told to', () => {
  const recent = createRecent<number, null>(2)
  recent.keep(1, null)
  recent.keep(2, null)
  expect(recent.get(1)).toBeNull()
  recent.delete(1)
  expect([recent.get(1), recent.get(2)]).toEqual([undefined, null])
  recent.clear()
  expect(recent.get(2)).toBeUndefined()
})

it('looks once, and again for what failed or fell out', async () => {
  const lookUp = createLookUp<number>(2)
  let looks = 0
  const look = async () => ++looks
  expect(await Promise.all([lookUp('a', look), lookUp('a', look)])).toEqual([1, 1])
  const failed = lookUp('b', () => Promise.reject(new Error('interrupted')))
  await expect(failed).rejects.toThrow('interrupted')
  expect(await lookUp('b', look)).toBe(2)
  expect(await lookUp('a', look)).toBe(1)
  await lookUp('c', look)
  expect([await lookUp('a', look), await lookUp('b', look)]).toEqual([1, 4])
})
