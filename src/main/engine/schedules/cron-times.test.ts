import { describe, expect, it } from 'vitest'
import { dueTimes, nextTimes } from './cron-times.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (times: readonly number[]) => times.map((time) => new Date(time).toISOString())

describe('next times', () => {
  it('keep to the clock of the time zone over a change to summer time', () => {
    const weekly = { cron: '0 9 * * 1', timeZone: 'Europe/Paris' }
    expect(iso(nextTimes(weekly, at('2026-03-20T00:00:00Z'), 2))).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
    ])
  })
  it('give a time that the clock skips once, and one it repeats once', () => {
    const nightly = { cron: '30 2 * * *', timeZone: 'Europe/Paris' }
    expect(nextTimes(nightly, at('2026-03-28T12:00:00Z'), 1)).toHaveLength(1)
    const autumn = nextTimes(nightly, at('2026-10-24T12:00:00Z'), 2)
    expect(autumn[1]! - autumn[0]!).toBeGreaterThan(20 * 3_600_000)
  })
  it.each([
    ['every second', '* * * * * *', 'UTC', 'cron'],
    ['nonsense', 'whenever', 'UTC', 'cron'],
    ['a minute there is not', '61 * * * *', 'UTC', 'cron'],
    ['a place there is not', '0 9 * * 1', 'Mars/Olympus', 'timeZone'],
  ])('refuse %s by name', (_, cron, timeZone, path) => {
    expect(() => nextTimes({ cron, timeZone }, 0, 1)).toThrow(
      expect.objectContaining({ details: [expect.objectContaining({ path })] }) as Error,
    )
  })
})

describe('what is due', () => {
  const daily = { cron: '0 9 * * *', timeZone: 'UTC' }
  it('is the last of those missed, once', () => {
    expect(dueTimes(daily, at('2026-11-01T09:00:00Z'), at('2026-11-04T10:00:00Z'))).toEqual({
      dueAt: at('2026-11-04T09:00:00Z'),
      missed: 3,
      nextAt: at('2026-11-05T09:00:00Z'),
    })
  })
  it('is the one that has just come', () => {
    const nine = at('2026-11-01T09:00:00Z')
    expect(dueTimes(daily, nine, nine)).toMatchObject({ dueAt: nine, missed: 0 })
  })
})
