import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shuffle, uniform } from '../../random.ts'
import { balancedSets } from './balanced-sets.ts'
import { choiceSets } from './choice-sets.ts'

const draw = (seed: number) => ({
  shuffle: <T>(items: readonly T[], ...parts: (string | number | null | undefined)[]) =>
    shuffle(items, seed, ...parts),
  uniform: (...parts: (string | number | null | undefined)[]) => uniform(seed, ...parts),
})

it('shows every item equally often, give or take one, and never twice in a set', () => {
  const shape = fc.record({
    items: fc.integer({ min: 4, max: 30 }),
    size: fc.integer({ min: 3, max: 6 }),
    count: fc.integer({ min: 1, max: 40 }),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(shape, ({ items, size, count, seed }) => {
      if (size >= items) return
      const sets = balancedSets(items, { size, count }, draw(seed))
      const times = new Array<number>(items).fill(0)
      for (const set of sets) {
        expect(new Set(set).size).toBe(size)
        for (const item of set) times[item]! += 1
      }
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
    }),
  )
})

/** How often each pair of items is in a set together. */
function meetingsOf(sets: readonly number[][], items: number): number[] {
  const met = new Map<string, number>()
  for (const set of sets)
    for (const a of set)
      for (const b of set) if (a < b) met.set(`${a} ${b}`, (met.get(`${a} ${b}`) ?? 0) + 1)
  return [...met.values(), ...new Array<number>((items * (items - 1)) / 2 - met.size).fill(0)]
}

it.each([
  { items: 6, size: 3, count: 6 },
  { items: 7, size: 3, count: 7 },
  { items: 9, size: 3, count: 12 },
  { items: 12, size: 4, count: 9 },
  { items: 12, size: 4, count: 18 },
  { items: 20, size: 5, count: 12 },
  { items: 30, size: 4, count: 23 },
])(
  'lets all pairs of $items in $count sets of $size meet equally often, give or take one',
  (shape) => {
    for (let seed = 0; seed < 50; seed++) {
      const met = meetingsOf(balancedSets(shape.items, shape, draw(seed)), shape.items)
      expect(Math.max(...met) - Math.min(...met)).toBeLessThanOrEqual(1)
    }
  },
)

it.each([
  { items: 7, size: 3, count: 7 },
  { items: 9, size: 3, count: 12 },
])('finds the design in which all pairs of $items meet once', (shape) => {
  for (let seed = 0; seed < 50; seed++)
    expect(new Set(meetingsOf(balancedSets(shape.items, shape, draw(seed)), shape.items))).toEqual(
      new Set([1]),
    )
})

it('lets no pair meet much more often than the others, whatever the shape', () => {
  const shape = fc.record({
    items: fc.integer({ min: 5, max: 20 }),
    size: fc.integer({ min: 3, max: 4 }),
    count: fc.integer({ min: 4, max: 20 }),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(shape, ({ items, size, count, seed }) => {
      const met = meetingsOf(balancedSets(items, { size, count }, draw(seed)), items)
      const mean = met.reduce((sum, times) => sum + times, 0) / met.length
      expect(Math.max(...met)).toBeLessThanOrEqual(Math.ceil(mean) + 3)
    }),
  )
})

it('draws other sets for another person, and the same for the same', () => {
  const shape = { size: 4, count: 9 }
  expect(balancedSets(12, shape, draw(1))).toEqual(balancedSets(12, shape, draw(1)))
  expect(balancedSets(12, shape, draw(1))).not.toEqual(balancedSets(12, shape, draw(2)))
})

it('deals levels evenly, within a set and over the sets', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 2, maxLength: 5 }),
      fc.nat(),
      (levels, seed) => {
        const size = 3
        const sets = choiceSets(levels, { size, count: 10 }, draw(seed))
        for (const [attribute, k] of levels.entries()) {
          const all = sets.map((set) => set.map((profile) => profile[attribute]!))
          for (const set of all) expect(new Set(set).size).toBe(Math.min(size, k))
          const times = Array.from(
            { length: k },
            (_, level) => all.flat().filter((each) => each === level).length,
          )
          expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(Math.ceil(size / k))
        }
      },
    ),
  )
})
