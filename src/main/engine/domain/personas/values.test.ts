import { expect, it } from 'vitest'
import { SchwartzValue } from '../../../../shared/contract/personas.ts'
import { createDice } from './dice.ts'
import { drawTraitScores } from './traits.ts'
import { drawValues } from './values.ts'

const people = Array.from({ length: 4000 }, (_, i) => {
  const dice = createDice(`person ${i}`)
  const traits = drawTraitScores(dice, 40, 'other')
  return { traits, values: drawValues(dice, traits, 40) }
})

const shareHolding = (value: SchwartzValue, among: typeof people) =>
  among.filter(({ values }) => values.includes(value)).length / among.length

it('gives everybody three different values', () => {
  for (const { values } of people) expect(new Set(values).size).toBe(3)
})

it("makes every value somebody's first, and benevolence the commonest", () => {
  const firsts = Map.groupBy(people, ({ values }) => values[0]!)
  expect(new Set(firsts.keys())).toEqual(new Set(SchwartzValue.options))
  const counts = [...firsts].map(([value, held]) => ({ value, count: held.length }))
  expect(counts.toSorted((a, b) => b.count - a.count)[0]!.value).toBe('benevolence')
})

it.each([
  {
    trait: 'openness',
    up: ['self-direction', 'stimulation', 'universalism'],
    down: ['tradition', 'security'],
  },
  { trait: 'conscientiousness', up: ['security', 'conformity'], down: ['stimulation'] },
  { trait: 'extraversion', up: ['stimulation', 'power', 'achievement'], down: ['tradition'] },
  { trait: 'agreeableness', up: ['benevolence', 'universalism'], down: ['power', 'achievement'] },
] as const)('ties values to $trait as the meta-analysis does', ({ trait, up, down }) => {
  const high = people.filter(({ traits }) => traits[trait] > 0.8)
  const low = people.filter(({ traits }) => traits[trait] < -0.8)
  for (const value of up)
    expect(shareHolding(value, high), value).toBeGreaterThan(shareHolding(value, low))
  for (const value of down)
    expect(shareHolding(value, high), value).toBeLessThan(shareHolding(value, low))
})
