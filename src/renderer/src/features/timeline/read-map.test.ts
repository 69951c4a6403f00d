import { expect, it } from 'vitest'
import { aLife } from '../../../../../test/helpers/a-life.ts'
import { CheckedMap } from './read-map.ts'

const { map } = aLife({ at: '2000-01-01' }, { at: '2001-01-01', replaces: 0 })

it('takes a map as the engine answers it', () => {
  expect(CheckedMap.safeParse(map)).toMatchObject({ success: true, data: map })
})

it.each([
  { what: 'a column is missing', broken: { ...map, labels: undefined } },
  { what: 'a column is short', broken: { ...map, labels: ['one'] } },
  { what: 'a time is no number', broken: { ...map, eventAt: ['2000', '2001'] } },
  { what: 'a type is unknown', broken: { ...map, types: ['normal', 'joy'] } },
  { what: 'it is no map at all', broken: null },
])('refuses one where $what', ({ broken }) => {
  expect(CheckedMap.safeParse(broken).success).toBe(false)
})
