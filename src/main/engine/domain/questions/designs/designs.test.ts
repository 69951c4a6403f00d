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

it('lets pairs meet more evenly than chance does', () => {
  const spread = (sets: number[][]) => {
    const met = new Map<string, number>()
    for (const set of sets)
      for (const a of set)
        for (const b of set) if (a < b) met.set(`${a} ${b}`, (met.get(`${a} ${b}`) ?? 0) + 1)
    const counts = [...met.values(), ...new Array<number>(66 - met.size).fill(0)]
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0)
  }
  const seeds = Array.from({ length: 20 }, (_, seed) => seed)
  const ours = seeds.map((seed) => spread(balancedSets(12, { size: 4, count: 18 }, draw(seed))))
  const chance = seeds.map((seed) =>
    spread(
      Array.from({ length: 18 }, (_, i) =>
        shuffle([...Array(12).keys()], seed, 'chance', i).slice(0, 4),
      ),
    ),
  )
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  expect(sum(ours)).toBeLessThan(sum(chance) * 0.5)
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
