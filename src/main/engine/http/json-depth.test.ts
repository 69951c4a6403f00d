import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isDeeperThan } from './json-depth.ts'

function depthOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

it('knows how deep any JSON nests', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 8 }), (value, limit) => {
      expect(isDeeperThan(JSON.stringify(value), limit)).toBe(depthOf(value) > limit)
    }),
  )
})

it('does not count brackets inside of texts', () => {
  expect(isDeeperThan('{"a":"[[[[\\"[[[","b\\\\":"{{{"}', 1)).toBe(false)
})

it('withstands what is no JSON', () => {
  expect(isDeeperThan('"unclosed \\', 3)).toBe(false)
  expect(isDeeperThan(']]]]}}}', 3)).toBe(false)
  expect(isDeeperThan('['.repeat(1_000_000), 64)).toBe(true)
})
