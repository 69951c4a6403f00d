import { expect, it } from 'vitest'
import { createLikeness } from './likeness.ts'

const terms = (...values: number[]) => Uint32Array.from(values)

it('is 1 for the same, 0 for nothing in common', () => {
  const [a, b, none] = [terms(1, 2, 3), terms(7, 8), terms()]
  const likeness = createLikeness([a, b, none])
  expect([likeness(a, a), likeness(a, b), likeness(none, none)]).toEqual([1, 0, 0])
})

it('thinks little of what all of them say', () => {
  const boilerplate = Array.from({ length: 20 }, (_, i) => i)
  const all = Array.from({ length: 30 }, (_, i) => terms(...boilerplate, 100 + i, 200 + i))
  const likeness = createLikeness(all)
  expect(likeness(all[0]!, all[1]!)).toBeLessThan(0.1)
  expect(likeness(all[0]!, all[0]!)).toBe(1)
})

it('is the same either way', () => {
  const all = [terms(1, 2, 3), terms(2, 3, 4, 5), terms(9)]
  const likeness = createLikeness(all)
  expect(likeness(all[0]!, all[1]!)).toBe(likeness(all[1]!, all[0]!))
})
