import { expect, it } from 'vitest'
import { createPatternMatcher } from './match-pattern.ts'

it('ends a pattern that never ends, blames nobody behind it, and does not try it again', async () => {
  const matcher = createPatternMatcher(300)
  const text = `${'a'.repeat(60)}!`
  const endless = { pattern: '^(a+)+$', caseSensitive: true, text }
  const [slow, other] = await Promise.all([
    matcher.match(endless),
    matcher.match({ pattern: 'A{3}!', caseSensitive: false, text }),
  ])
  expect(slow).toBe('too_slow')
  expect(other).toEqual({ match: 'aaa!' })
  expect(await matcher.match(endless)).toBe('too_slow')
  expect(await matcher.match({ pattern: 'b', caseSensitive: true, text })).toEqual({ match: null })
  await matcher.end()
})
