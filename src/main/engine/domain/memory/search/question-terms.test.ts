import { describe, expect, it } from 'vitest'
import { stem } from '../../text/tokenize.ts'
import { questionTerms } from './question-terms.ts'
import { searchWeights } from './search-weights.ts'
import { rootOf, termHash } from './term-hash.ts'

const asked = (text: string) => questionTerms(text, searchWeights)

describe('questionTerms', () => {
  it('does not take a breakfast for a break', () => {
    const { byRoot } = asked('What did you have for breakfast?')
    expect(byRoot.has(rootOf(termHash(stem('broke'))))).toBe(false)
    expect(asked('Did anything breakable fall?').byRoot.size).toBeGreaterThan(0)
  })
})
