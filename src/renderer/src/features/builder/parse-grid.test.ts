import { expect, it } from 'vitest'
import { parseGrid } from './parse-grid.ts'
import { conditionsFrom } from './paste-conditions.ts'

it('reads rows of cells as a spreadsheet copies them', () => {
  const plain = 'a\tb\r\n1\t\r\n'
  expect(parseGrid(plain)).toEqual([
    ['a', 'b'],
    ['1', ''],
  ])
  expect(parseGrid('"two\nlines, ""so"" said"\tb')).toEqual([['two\nlines, "so" said', 'b']])
  expect(parseGrid('"never ends\tb\nc')).toEqual([['"never ends', 'b'], ['c']])
  expect(parseGrid('')).toEqual([])
})

it('fills conditions by their headings, or in order without', () => {
  const headed = 'Condition\tPlace\t{{price}}\nCheap\tLyon\t9\nDear\tLille\t19'
  expect(conditionsFrom(headed, ['price', 'place'])).toEqual([
    { id: 'c1', name: 'Cheap', variables: { price: '9', place: 'Lyon' } },
    { id: 'c2', name: 'Dear', variables: { price: '19', place: 'Lille' } },
  ])
  const bare = conditionsFrom('Cheap\t9\nDear\t19', ['price'])
  expect(bare?.map(({ variables }) => variables)).toEqual([{ price: '9' }, { price: '19' }])
  expect(conditionsFrom('just words\nin two lines', ['price'])).toBeNull()
})
