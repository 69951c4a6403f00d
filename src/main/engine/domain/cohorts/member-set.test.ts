import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSame, jaccardOf, memberSet, placesOf, sharedBy, sizeOf } from './member-set.ts'

const members = fc.array(fc.boolean(), { maxLength: 200 })
const setOf = (flags: readonly boolean[]) => memberSet(flags, (isIn) => isIn)

it('holds those who are in, however many there are', () => {
  fc.assert(
    fc.property(members, (flags) => {
      const set = setOf(flags)
      const expected = [...flags.keys()].filter((i) => flags[i])
      expect([...placesOf(set)]).toEqual(expected)
      expect(sizeOf(set)).toBe(expected.length)
      expect(isSame(set, setOf([...flags]))).toBe(true)
    }),
  )
})

it('counts those in both', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 200 }), (flags) => {
      const [a, b] = [setOf(flags.map(([one]) => one)), setOf(flags.map(([, one]) => one))]
      const shared = flags.filter(([one, other]) => one && other).length
      const either = flags.filter(([one, other]) => one || other).length
      expect(sharedBy(a, b)).toBe(shared)
      expect(jaccardOf(shared, sizeOf(a), sizeOf(b))).toBe(either === 0 ? 0 : shared / either)
    }),
  )
})
