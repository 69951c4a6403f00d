import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NamePool } from '../names.ts'
import { dealName, ownNames } from './deal-names.ts'

const pools = Object.keys(ownNames) as NamePool[]

describe.each(pools)('the names of %s', (pool) => {
  it('are many, written properly and each there once', () => {
    for (const names of Object.values(ownNames[pool])) {
      expect(new Set(names).size).toBe(names.length)
      expect(names.length).toBeGreaterThanOrEqual(85)
      for (const name of names) expect(name).toMatch(/^\p{Lu}[\p{L}'’-]*$/u)
    }
  })

  it('give no two people of 10,000 the same full name while there are others', () => {
    const { woman, families } = ownNames[pool]
    const dealt = Array.from({ length: 10_000 }, (_, i) => {
      const { firstName, lastName } = dealName({ pool, gender: 'woman' }, i, 7)
      return `${firstName} ${lastName}`
    })
    expect(new Set(dealt).size).toBe(Math.min(10_000, woman.length * families.length))
  })
})

it('are the same for the same seed alone, and not in the order of the alphabet', () => {
  const of = (seed: number) =>
    Array.from(
      { length: 40 },
      (_, i) => dealName({ pool: 'french', gender: 'man' }, i, seed).firstName,
    )
  expect(of(1)).toEqual(of(1))
  expect(of(1)).not.toEqual(of(2))
  expect(of(1)).not.toEqual(of(1).toSorted())
  expect(new Set(of(1)).size).toBeGreaterThan(20)
})

it('are all dealt before one comes twice, whatever the seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const { man, families } = ownNames.greek
      const dealt = Array.from({ length: man.length * families.length }, (_, i) =>
        Object.values(dealName({ pool: 'greek', gender: 'man' }, i, seed)).join(' '),
      )
      expect(new Set(dealt).size).toBe(dealt.length)
    }),
    { numRuns: 5 },
  )
})
