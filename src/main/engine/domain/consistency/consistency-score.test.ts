import fc from 'fast-check'
import { expect, it } from 'vitest'
import { consistencyScore } from './consistency-score.ts'

const findings = fc.array(fc.record({ severity: fc.constantFrom('info', 'warning', 'error') }))

it('is 100 where nothing was found', () => {
  expect(consistencyScore([])).toBe(100)
})

it('stays between 0 and 100 and never rises by one more finding', () => {
  fc.assert(
    fc.property(findings, fc.constantFrom('info', 'warning', 'error'), (found, severity) => {
      const score = consistencyScore(found)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
      expect(consistencyScore([...found, { severity }])).toBeLessThanOrEqual(score)
    }),
  )
})

it('weighs an error more than a warning, and that more than an info', () => {
  const [error, warning, info] = (['error', 'warning', 'info'] as const).map((severity) =>
    consistencyScore([{ severity }]),
  )
  expect([error, warning, info]).toEqual([85, 93, 98])
})
