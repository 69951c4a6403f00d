import { describe, expect, it } from 'vitest'
import { agreementOf } from './agreement-of.ts'
import {
  cohenKappa,
  crossTable,
  krippendorffAlpha,
  observedAgreement,
  withBootstrap,
} from './coder-agreement.ts'

const codes = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 97)

describe('agreement of two coders', () => {
  // Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), sections A and B.
  it.each([
    { a: 'abaaaaaaba', b: 'bbbaabaaaa', alpha: 0.095, categories: 2 },
    { a: 'aabbdcccedda', b: 'babbbccceddd', alpha: 0.692, categories: 5 },
  ])('has the published α of $alpha', ({ a, b, alpha, categories }) => {
    expect(krippendorffAlpha(crossTable(codes(a), codes(b), categories))).toBeCloseTo(alpha, 3)
  })

  it('has the κ of a table counted by hand', () => {
    const table = [
      [20, 5],
      [10, 15],
    ]
    expect(observedAgreement(table)).toBeCloseTo(0.7, 12)
    expect(cohenKappa(table)).toBeCloseTo(0.4, 12)
  })

  it('is 1 for the same codes, with an interval that is 1 as well', () => {
    const same = codes('abcabcabcabcabc')
    const options = { categories: 3, seed: 's' }
    for (const measure of [krippendorffAlpha, cohenKappa])
      expect(withBootstrap(same, same, { ...options, measure })).toEqual({
        estimate: 1,
        lower: 1,
        upper: 1,
      })
  })

  it('has an interval around what was found, the same for the same answers', () => {
    const a = codes('aabbccaabbccaabbccaabbcc')
    const b = codes('aabbccaabbcaaabbccaabbab')
    const options = { categories: 3, seed: 's', measure: krippendorffAlpha }
    const found = withBootstrap(a, b, options)
    expect(found.lower).toBeLessThan(found.estimate)
    expect(found.upper).toBeGreaterThan(found.estimate)
    expect(withBootstrap(a, b, options)).toEqual(found)
  })
})

describe('the sentence about agreement', () => {
  const themes = ['x', 'y'].map((id) => ({ id, label: id.toUpperCase(), keywords: [] }))
  const coded = (user: string, builtIn: string) =>
    [...user].map((theme, i) => ({
      taskId: String(i),
      user: theme === '-' ? null : theme,
      builtIn: builtIn[i] === '-' ? null : builtIn[i]!,
    }))

  it('says when themes can be relied on', () => {
    const found = agreementOf(themes, coded('xyxyxyxy--', 'xyxyxyxy--'))
    expect(found).toMatchObject({ level: 'reliable', observed: 1, disagreements: [] })
    expect(found.sentence).toMatch(/can be relied on.*10 of 10 answers are coded alike/)
  })

  it('says when they cannot, and where coders differ', () => {
    const found = agreementOf(themes, coded('xyxyxyxyxy', 'xxxyyyxy-y'))
    expect(found.level).toBe('unreliable')
    expect(found.sentence).toMatch(/^Do not rely on these themes/)
    expect(found.disagreements).toEqual([
      { taskId: '1', user: 'Y', builtIn: 'X' },
      { taskId: '4', user: 'X', builtIn: 'Y' },
      { taskId: '8', user: 'X', builtIn: 'Other or unclear' },
    ])
    expect(found.table).toEqual([
      [3, 1, 1],
      [1, 4, 0],
      [0, 0, 0],
    ])
  })

  it('does not pretend to measure where everything is coded as one', () => {
    const found = agreementOf(themes, coded('xxxx', 'xxxx'))
    expect(found).toMatchObject({ level: 'not measured', alpha: { estimate: null } })
  })
})
