import fc from 'fast-check'
import { expect, it } from 'vitest'
import { retryDelayMs } from './retry.ts'

it('doubles, stays within half and one and a half times, and is the same for the same unit', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 6 }), (unit, attempt) => {
      const delay = retryDelayMs(unit, attempt, undefined)
      const middle = 1_000 * 2 ** (attempt - 1)
      expect(delay).toBeGreaterThanOrEqual(middle / 2)
      expect(delay).toBeLessThanOrEqual(middle * 1.5 + 1)
      expect(retryDelayMs(unit, attempt, undefined)).toBe(delay)
    }),
  )
})

it('is never sooner than what was asked for', () => {
  expect(retryDelayMs('unit', 1, 120)).toBe(120_000)
})
