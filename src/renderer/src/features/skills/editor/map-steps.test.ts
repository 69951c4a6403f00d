import { expect, it } from 'vitest'
import { sayWhereTo, stepOnMap } from './map-steps.ts'

const ids = ['a', 'b', 'c', 'd']
const edges = [
  { from: 'a', to: 'c', when: 'a is “No”' },
  { from: 'a', to: 'b', when: null },
  { from: 'b', to: 'c', when: null },
  { from: 'c', to: '$end', when: 'c is “No”' },
  { from: 'c', to: 'd', when: null },
]

it('goes down and up the list and stays at its ends', () => {
  expect(stepOnMap(ids, edges, 0, 'next')).toBe(1)
  expect(stepOnMap(ids, edges, 3, 'next')).toBe(3)
  expect(stepOnMap(ids, edges, 3, 'before')).toBe(2)
  expect(stepOnMap(ids, edges, 0, 'before')).toBe(0)
})

it('goes along a jump and back, and stays where none leads', () => {
  expect(stepOnMap(ids, edges, 0, 'jump')).toBe(2)
  expect(stepOnMap(ids, edges, 2, 'back')).toBe(0)
  expect(stepOnMap(ids, edges, 1, 'jump')).toBe(1)
  // The end is no question.
  expect(stepOnMap(ids, edges, 2, 'jump')).toBe(2)
})

it('says where answers lead', () => {
  expect(sayWhereTo(edges, 'a')).toBe('To c when a is “No”')
  expect(sayWhereTo(edges, 'c')).toBe('To the end when c is “No”')
  expect(sayWhereTo(edges, 'b')).toBe('')
})
