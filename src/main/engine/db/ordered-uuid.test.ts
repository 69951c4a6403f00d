import { expect, it } from 'vitest'
import { z } from 'zod'
import { orderedUuid } from './ordered-uuid.ts'

it('makes UUIDs of version 7 that sort by when they were made', () => {
  const times = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 45]
  const ids = times.map(orderedUuid)
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 1000 }, () => orderedUuid(5))).size).toBe(1000)
})
