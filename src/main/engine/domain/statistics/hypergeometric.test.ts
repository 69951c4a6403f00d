import { expect, it } from 'vitest'
import { drawnAtLeast } from './hypergeometric.ts'

it.each([
  // R: phyper(hits - 1, marked, all - marked, drawn, lower.tail = FALSE)
  [3, { all: 20, marked: 7, drawn: 12 }, 0.947884416924665],
  [9, { all: 200, marked: 14, drawn: 30 }, 1.44154632643715e-5],
  [40, { all: 2000, marked: 120, drawn: 300 }, 1.56914521212991e-7],
])('is R’s for %i of %o', (hits, draw, expected) => {
  expect(Math.abs(drawnAtLeast(hits, draw) / expected - 1)).toBeLessThan(1e-9)
})

it('is certain of what must come, and sure of what cannot', () => {
  const draw = { all: 10, marked: 8, drawn: 5 }
  expect(drawnAtLeast(3, draw)).toBe(1)
  expect(drawnAtLeast(6, draw)).toBe(0)
})
