import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal, uniform } from '../random.ts'
import { afterAnswer, afterOverload, firstLimit, type AdaptiveLimit } from './adaptive-limit.ts'

/** An endpoint that refuses what is beyond its capacity, a round of calls at a time. */
function rounds(
  count: number,
  { capacity = Infinity, ceiling = 100, latency = (): number => 200 } = {},
) {
  let state = firstLimit(ceiling)
  let now = 0
  const limits: number[] = []
  let refused = 0
  for (let round = 0; round < count; round++) {
    const inFlight = Math.floor(state.limit)
    limits.push(inFlight)
    const sentAt = now
    for (let call = 0; call < inFlight; call++) {
      if (call < capacity) {
        const took = latency()
        state = afterAnswer(state, { sentAt, now: sentAt + took, inFlight, ceiling })
        now = Math.max(now, sentAt + took)
      } else {
        refused += 1
        state = afterOverload(state, { sentAt, now: sentAt + 5, inFlight }, 'rate_limited')
      }
    }
    now = Math.max(now, sentAt + 10)
  }
  return { state, limits, refused }
}

describe('the limit of an endpoint', () => {
  it('is what was asked for where nothing stands against it', () => {
    expect(firstLimit(32)).toMatchObject({ limit: 32, cause: 'full' })
    expect(rounds(3, { ceiling: 128 }).limits).toEqual([128, 128, 128])
  })

  it('settles near what the endpoint takes, with few refusals', () => {
    const { limits, refused } = rounds(200, { capacity: 20 })
    const settled = limits.slice(100)
    const mean = settled.reduce((sum, limit) => sum + limit, 0) / settled.length
    expect(mean).toBeGreaterThan(14)
    expect(Math.max(...settled)).toBeLessThanOrEqual(21)
    // A hundred are asked for: what the first few rounds are refused is most of it.
    expect(refused).toBeLessThan(220)
  })

  it('is lowered once for all that was refused together', () => {
    const calls = { sentAt: 0, now: 5, inFlight: 50 }
    const once = afterOverload(firstLimit(50), calls, 'rate_limited')
    expect(once.limit).toBeCloseTo(35)
    expect(afterOverload(once, { ...calls, now: 6 }, 'rate_limited')).toBe(once)
  })

  it('is lowered where answers take much longer than they used to, and says so', () => {
    let took = 200
    let state = firstLimit(40)
    const answer = (now: number) => {
      const call = { sentAt: now - took, now, inFlight: Math.floor(state.limit), ceiling: 40 }
      state = afterAnswer(state, call)
    }
    for (let i = 0; i < 200; i++) answer(i * 10)
    expect(state.limit).toBe(40)
    took = 1200
    for (let i = 200; i < 245; i++) answer(i * 10)
    expect(state.cause).toBe('slower')
    expect(state.limit).toBeLessThan(25)
  })

  it('is not shaken by answers of very different length', () => {
    let n = 0
    const latency = () => 200 * Math.exp(0.8 * normal('latency', n++))
    const { limits } = rounds(100, { ceiling: 32, latency })
    expect(limits.filter((limit) => limit < 32).length).toBeLessThan(10)
  })

  it('never leaves 1 … ceiling', () => {
    const steps = fc.array(fc.record({ bad: fc.boolean(), took: fc.nat(5000) }), { maxLength: 300 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 128 }), steps, (ceiling, all) => {
        let state: AdaptiveLimit = firstLimit(ceiling)
        let now = 0
        for (const { bad, took } of all) {
          now += Math.floor(took * uniform('step', now))
          const call = { sentAt: now - took, now, inFlight: Math.floor(state.limit) }
          state = bad
            ? afterOverload(state, call, 'overloaded')
            : afterAnswer(state, { ...call, ceiling })
          expect(state.limit).toBeGreaterThanOrEqual(1)
          expect(state.limit).toBeLessThanOrEqual(ceiling)
        }
      }),
    )
  })
})
