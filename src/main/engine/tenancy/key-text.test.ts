import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashKey, isWellFormedKey, newKeyText } from './key-text.ts'

describe('a new key', () => {
  it('has its prefix, a secret of 32 and a checksum of 6, and is never seen twice', () => {
    const made = Array.from({ length: 500 }, newKeyText)
    for (const { key, prefix } of made) {
      expect(key).toMatch(/^pk_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$/)
      expect(key.startsWith(`${prefix}_`)).toBe(true)
      expect(isWellFormedKey(key)).toBe(true)
    }
    expect(new Set(made.map(({ key }) => key)).size).toBe(500)
  })

  it('is known by a hash that does not show it', () => {
    const { key } = newKeyText()
    expect(hashKey(key)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashKey(key)).toBe(hashKey(key))
  })
})

describe('a typo', () => {
  const { key } = newKeyText()
  const alphabet = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_- ']

  it('of one character is always found', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: key.length - 1 }),
        fc.constantFrom(...alphabet),
        (at, letter) => {
          fc.pre(key[at] !== letter)
          return !isWellFormedKey(key.slice(0, at) + letter + key.slice(at + 1))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('of two characters in the wrong order is always found', () => {
    for (let at = 3; at < key.length - 1; at++) {
      const swapped = key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2)
      expect(isWellFormedKey(swapped)).toBe(swapped === key)
    }
  })

  it('of any other kind is no key either', () => {
    fc.assert(fc.property(fc.string(), (text) => !isWellFormedKey(text)))
    for (const text of [`${key} `, key.slice(0, -1), key.toUpperCase(), `${key}\n`, ''])
      expect(isWellFormedKey(text)).toBe(false)
  })
})
