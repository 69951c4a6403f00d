import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, sha256 } from './canonical-json.ts'

it('reads back as the value it was made from', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('does not depend on the order in which fields were written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const reversed = Object.fromEntries(Object.entries(record).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(record))
    }),
  )
})

it('sorts keys at every depth and leaves undefined fields out', () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}')
})

it('refuses a number that has no JSON text', () => {
  expect(() => canonicalJson({ weight: Number.NaN })).toThrow(TypeError)
})

it('hashes a text as it is, so that the hash of "abc" is the one of the standard', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256({ b: 1, a: 2 })).toBe(sha256('{"a":2,"b":1}'))
})
