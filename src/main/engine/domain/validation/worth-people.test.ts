import { expect, it } from 'vitest'
import { normal } from '../random.ts'
import { worthPeople } from './worth-people.ts'

/** Items whose personas are as good as `worth` people, against `people` people. */
function items(count: number, worth: number, people: number) {
  return Array.from({ length: count }, (_, i) => ({
    difference: normal('d', worth, i) * Math.sqrt(1 / worth + 1 / people),
    people,
  }))
}

it('recovers what the personas are worth', () => {
  const worth = worthPeople(items(400, 40, 1000), 1)!
  expect(worth.estimate).toBeGreaterThan(32)
  expect(worth.estimate).toBeLessThan(50)
  expect(worth.lower).toBeLessThan(40)
  expect(worth.upper).toBeGreaterThan(40)
  expect(worth.atLimit).toBe(false)
})

it('never says more than the people there were', () => {
  const perfect = Array.from({ length: 20 }, () => ({ difference: 0, people: 120 }))
  expect(worthPeople(perfect, 1)).toMatchObject({ estimate: 120, upper: 120, atLimit: true })
})

it('says nothing under ten items', () => {
  expect(worthPeople(items(9, 40, 1000), 1)).toBeNull()
})
