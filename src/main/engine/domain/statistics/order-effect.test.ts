import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { orderEffect, type OrderEffect, type PlacedValue } from './order-effect.ts'

const fixture: OrderEffect & { values: PlacedValue[] } = JSON.parse(
  readFileSync('test/fixtures/r-power/order-fixture.json', 'utf8'),
)

describe('the effect of place', () => {
  it('is what R finds, with answers missing', () => {
    const found = orderEffect(fixture.values)
    expect(found).toMatchObject({ df1: fixture.df1, df2: fixture.df2 })
    expect(found.f).toBeCloseTo(fixture.f!, 8)
    expect(found.p).toBeCloseTo(fixture.p!, 8)
  })
  it('is not tested where place and condition cannot be told apart', () => {
    const same = fixture.values.map((it) => ({ ...it, place: it.condition }))
    expect(orderEffect(same)).toMatchObject({ f: null, p: null })
  })
  it.each([
    ['nothing', []],
    ['one answer', [{ person: 0, condition: 0, place: 0, value: 1 }]],
    ['answers that do not vary', fixture.values.map((it) => ({ ...it, value: 3 }))],
  ])('is not tested on %s', (_, values) => {
    expect(orderEffect(values)).toMatchObject({ f: null, p: null })
  })
})
