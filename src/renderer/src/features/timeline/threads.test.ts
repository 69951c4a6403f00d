import { expect, it } from 'vitest'
import { aLife } from '../../../../../test/helpers/a-life.ts'
import { threadsOf } from './threads.ts'

const on = (day: number) => ({ at: `2000-01-0${day}` })

it('joins a revision to what it replaced, whichever comes first in time', () => {
  const life = aLife(on(1), on(2), { ...on(3), replaces: 0 }, { ...on(1), replaces: 1 })
  expect(threadsOf(life, life.order)).toEqual([
    { top: 0, bottom: 3, revision: 3, lane: 0 },
    { top: 1, bottom: 2, revision: 1, lane: 1 },
  ])
})

it('leaves out threads whose other end is not shown', () => {
  const life = aLife(on(1), { ...on(2), replaces: 0 })
  expect(threadsOf(life, Int32Array.of(1))).toEqual([])
})

it('lets threads that do not overlap share a lane, those of one chain too', () => {
  const life = aLife(on(1), { ...on(2), replaces: 0 }, { ...on(3), replaces: 1 })
  expect(threadsOf(life, life.order).map(({ lane }) => lane)).toEqual([0, 0])
})

it('takes the last lane where there are more threads than lanes', () => {
  const life = aLife(
    ...[1, 2, 3, 4].map(on),
    ...[0, 1, 2, 3].map((replaces) => ({ ...on(5), replaces })),
  )
  expect(threadsOf(life, life.order).map(({ lane }) => lane)).toEqual([0, 1, 2, 2])
})
