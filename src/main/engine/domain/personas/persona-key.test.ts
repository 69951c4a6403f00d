import { expect, it } from 'vitest'
import { personaKey } from './persona-key.ts'

const seed = { firstName: 'Zoé', lastName: 'B', age: 30, location: 'L', baseOccupation: 'cook' }

it('is the same for the same person, however the seed is spelled', () => {
  const key = personaKey({ ...seed, attributes: { a: 1, b: 2 } }, 0)
  expect(personaKey({ attributes: { b: 2, a: 1 }, ...seed, firstName: 'Zoe\u0301' }, 0)).toBe(key)
  expect(personaKey({ ...seed, gender: undefined } as never, 0)).toBe(
    personaKey({ ...seed, attributes: {} }, 0),
  )
  expect(key).toMatch(/^[0-9a-f]{32}$/)
})

it('differs with every field, every attribute and the random seed', () => {
  const keys = [
    personaKey(seed, 0),
    personaKey(seed, 1),
    personaKey({ ...seed, firstName: 'Zoe' }, 0),
    personaKey({ ...seed, age: 31 }, 0),
    personaKey({ ...seed, gender: 'x' }, 0),
    personaKey({ ...seed, attributes: { a: 1 } }, 0),
    personaKey({ ...seed, attributes: { a: '1' } }, 0),
    personaKey({ ...seed, attributes: { a: true } }, 0),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})
