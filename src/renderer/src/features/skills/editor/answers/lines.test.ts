import { expect, it } from 'vitest'
import { moved, pastedInto, splitLines } from './lines.ts'

it('takes a column or a row of a spreadsheet apart', () => {
  expect(splitLines('Car\r\n Bus \r\n\r\nTrain')).toEqual(['Car', 'Bus', 'Train'])
  expect(splitLines('Car\tBus')).toEqual(['Car', 'Bus'])
})

it('fills an empty place, or follows the one that is there, and repeats nothing', () => {
  expect(pastedInto(['Car'], 1, ['Bus', 'Train'])).toEqual(['Car', 'Bus', 'Train'])
  expect(pastedInto(['Car', 'Walk'], 0, ['Bus', 'Walk', 'Bus'])).toEqual(['Car', 'Bus', 'Walk'])
  expect(pastedInto([], 0, ['A', 'B'])).toEqual(['A', 'B'])
})

it('moves one and keeps the others in order', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a'], 5, 0)).toEqual(['a'])
})
