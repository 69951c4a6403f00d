import { expect, it } from 'vitest'
import { createFinishCounter } from './finish-counter.ts'

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

it('reads the last half minute of a quick run', () => {
  const counter = createFinishCounter(1000)
  for (let at = 1000; at < 61_000; at += 100) counter.add(at)
  const { counts, spanMs } = counter.read(61_000)
  expect(spanMs).toBe(500)
  expect(counts).toEqual(Array(60).fill(5))
})

it('looks further back where little has finished', () => {
  const counter = createFinishCounter(0)
  for (let at = 10_000; at <= 600_000; at += 10_000) counter.add(at)
  const { counts, spanMs } = counter.read(600_500)
  expect(total(counts)).toBeGreaterThanOrEqual(20)
  expect(total(counts) / ((counts.length * spanMs) / 1000)).toBeCloseTo(0.1, 1)
})

it('counts no time before the start', () => {
  const counter = createFinishCounter(0)
  counter.add(100)
  counter.add(600)
  expect(counter.read(1000)).toEqual({ counts: [1, 1], spanMs: 500 })
})

it('holds nothing older than it can look back on', () => {
  const counter = createFinishCounter(0)
  for (let at = 0; at < 10 * 3_600_000; at += 250) counter.add(at)
  expect(total(counter.read(10 * 3_600_000).counts)).toBe(120)
})
