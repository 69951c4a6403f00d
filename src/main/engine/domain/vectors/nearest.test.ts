import { expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const items = [
  { id: 'b', vector: Float32Array.of(0, 1) },
  { id: 'a', vector: Float32Array.of(0, 1) },
  { id: 'c', vector: Float32Array.of(1, 0) },
]

it('answers the nearest first, equal ones by key, no more than asked for', () => {
  const ids = (query: Float32Array, k: number) =>
    nearest(items, query, k, ({ id }) => id).map(({ item, cosine }) => [item.id, cosine])
  expect(ids(Float32Array.of(0, 1), 2)).toEqual([
    ['a', 1],
    ['b', 1],
  ])
  expect(ids(Float32Array.of(-1, 0), 9)).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', -1],
  ])
})
