import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveStrength, type Fading } from './forgetting.ts'
import { forgettingCurve } from './forgetting-curve.ts'

const YEAR = 365.25 * 24 * 3_600_000
const EVENT = Date.UTC(2010, 0)
const settings = { enabled: true, exponent: 0.3, rehearsal: true }

const aFading = (overrides: Partial<Fading> = {}): Fading => ({
  memoryType: 'normal',
  memoryStrength: 80,
  eventAtMs: EVENT,
  rehearsedAt: [],
  ...overrides,
})

describe('effective strength', () => {
  it.each([
    [0, 80],
    [1, 80 * 2 ** -0.3],
    [9, 80 * 10 ** -0.3],
  ])('is what the power law leaves after %d years', (years, left) => {
    expect(effectiveStrength(aFading(), EVENT + years * YEAR, settings)).toBeCloseTo(left, 10)
  })

  it.each(['pride', 'shame', 'repressed'] as const)('is the stored one for a %s', (memoryType) => {
    const memory = aFading({ memoryType, rehearsedAt: [EVENT + YEAR] })
    expect(effectiveStrength(memory, EVENT + 40 * YEAR, settings)).toBe(80)
  })

  it('begins anew with a rehearsal, one point higher', () => {
    const memory = aFading({ rehearsedAt: [EVENT + 5 * YEAR] })
    expect(effectiveStrength(memory, EVENT + 5 * YEAR, settings)).toBe(81)
    expect(effectiveStrength(memory, EVENT + 6 * YEAR, settings)).toBeCloseTo(81 * 2 ** -0.3, 10)
  })

  it('gains ten points from rehearsals at most', () => {
    const rehearsedAt = Array.from({ length: 40 }, (_, i) => EVENT + i)
    expect(effectiveStrength(aFading({ rehearsedAt }), EVENT + 39, settings)).toBe(90)
  })

  it('knows nothing of a rehearsal that is yet to come, nor of any where they do not count', () => {
    const rehearsedAt = [EVENT + 5 * YEAR]
    const before = effectiveStrength(aFading(), EVENT + 4 * YEAR, settings)
    expect(effectiveStrength(aFading({ rehearsedAt }), EVENT + 4 * YEAR, settings)).toBe(before)
    const without = { ...settings, rehearsal: false }
    expect(effectiveStrength(aFading({ rehearsedAt }), EVENT + 6 * YEAR, without)).toBe(
      effectiveStrength(aFading(), EVENT + 6 * YEAR, settings),
    )
  })
})

const years = fc.double({ min: 0, max: 60, noNaN: true })
const anyFading = fc.record({
  memoryType: fc.constantFrom('normal', 'revised', 'exaggerated', 'pride', 'repressed'),
  memoryStrength: fc.double({ min: 0, max: 100, noNaN: true }),
  eventAtMs: fc.constant(EVENT),
  rehearsedAt: fc.array(
    years.map((y) => EVENT + Math.round(y * YEAR)),
    { maxLength: 25 },
  ),
}) as fc.Arbitrary<Fading>
const anySettings = fc.record({
  enabled: fc.constant(true),
  exponent: fc.double({ min: 0, max: 2, noNaN: true }),
  rehearsal: fc.boolean(),
})

describe('any memory', () => {
  it('never gets below nothing, nor above what was stored and ten', () => {
    fc.assert(
      fc.property(anyFading, anySettings, years, (memory, chosen, after) => {
        const strength = effectiveStrength(memory, EVENT + after * YEAR, chosen)
        expect(strength).toBeGreaterThanOrEqual(0)
        expect(strength).toBeLessThanOrEqual(Math.min(100, memory.memoryStrength + 10))
      }),
    )
  })

  it('only fades between one rehearsal and the next', () => {
    fc.assert(
      fc.property(anyFading, anySettings, years, years, (memory, chosen, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((y) => EVENT + y * YEAR)
        fc.pre(!memory.rehearsedAt.some((at) => at > early! && at <= late!))
        expect(effectiveStrength(memory, late!, chosen)).toBeLessThanOrEqual(
          effectiveStrength(memory, early!, chosen),
        )
      }),
    )
  })

  it('has a curve in order of time whose every point is its strength then', () => {
    fc.assert(
      fc.property(anyFading, anySettings, years, (memory, chosen, after) => {
        const until = EVENT + Math.round(after * YEAR)
        const points = forgettingCurve(memory, until, chosen)
        expect(points[0]!.at).toBe(EVENT)
        expect(points.at(-1)!.at).toBe(until)
        expect(points.map(({ at }) => at)).toEqual(
          points.map(({ at }) => at).toSorted((a, b) => a - b),
        )
        for (const { at, strength } of points) {
          expect(strength).toBe(effectiveStrength(memory, at, chosen))
        }
      }),
    )
  })
})

it('shows a rehearsal as a kink: the moment before it and the jump', () => {
  const rehearsal = EVENT + 5 * YEAR
  const points = forgettingCurve(
    aFading({ rehearsedAt: [rehearsal, rehearsal, EVENT + 50 * YEAR] }),
    EVENT + 10 * YEAR,
    settings,
  )
  const at = points.findIndex((point) => point.at === rehearsal)
  expect(points[at - 1]!.at).toBe(rehearsal - 1)
  expect(points[at - 1]!.strength).toBeLessThan(points[at]!.strength)
  expect(points.filter((point) => point.at === rehearsal)).toHaveLength(1)
})
