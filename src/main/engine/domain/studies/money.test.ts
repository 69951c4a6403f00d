import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costMicro, fitsMoney, fromMicro, toMicro } from './money.ts'

const price = (inPerMillion: number, outPerMillion: number) => ({
  inMicro: toMicro(inPerMillion),
  outMicro: toMicro(outPerMillion),
  currency: 'EUR',
})

describe('money', () => {
  it.each([
    [0.1, 100_000],
    [0.29, 290_000],
    [1.005, 1_005_000],
    [0.000001, 1],
    [999_999.999999, 999_999_999_999],
  ])('keeps %d as whole millionths', (amount, micro) => {
    expect(toMicro(amount)).toBe(micro)
    expect(fromMicro(micro)).toBe(amount)
  })

  it.each([
    [0.0000003, 0, 1],
    [0.1234567, 123_456, 123_457],
    [1e-300, 0, 1],
    [0, 0, 0],
    [2.0000019, 2_000_001, 2_000_002],
  ])('lets neither a budget of %d grow nor such a price shrink', (amount, less, more) => {
    expect([toMicro(amount), toMicro(amount, 'more')]).toEqual([less, more])
  })

  it('costs what the price list says', () => {
    expect(costMicro({ tokensIn: 1_000_000, tokensOut: 0 }, price(0.15, 0.6))).toBe(150_000)
    expect(costMicro({ tokensIn: 7, tokensOut: 3 }, price(0.1, 0.3))).toBe(2)
    expect(costMicro({ tokensIn: 0, tokensOut: 0 }, price(75, 150))).toBe(0)
  })

  it('never rounds down, and never by a millionth or more', () => {
    const awkward = fc.integer({ min: 0, max: 100_000_000_000 })
    const tokens = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(awkward, awkward, tokens, tokens, (inMicro, outMicro, tokensIn, tokensOut) => {
        const exact = BigInt(tokensIn) * BigInt(inMicro) + BigInt(tokensOut) * BigInt(outMicro)
        const whole = exact / 1_000_000n + (exact % 1_000_000n === 0n ? 0n : 1n)
        fc.pre(whole <= BigInt(Number.MAX_SAFE_INTEGER))
        const cost = costMicro({ tokensIn, tokensOut }, { inMicro, outMicro, currency: 'EUR' })
        expect(BigInt(cost)).toBe(whole)
      }),
    )
  })

  it('does not drift over a million calls of a third of a cent', () => {
    const third = price(3333.333333, 0)
    let tokensIn = 0
    for (let call = 0; call < 1_000_000; call++) tokensIn += 1
    expect(costMicro({ tokensIn, tokensOut: 0 }, third)).toBe(3_333_333_333)
    expect(fitsMoney({ tokensIn, tokensOut: 0 }, third, 3_333_333_333)).toBe(true)
    expect(fitsMoney({ tokensIn: tokensIn + 1, tokensOut: 0 }, third, 3_333_333_333)).toBe(false)
  })
})
