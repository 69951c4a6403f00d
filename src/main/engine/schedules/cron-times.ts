import { Cron } from 'croner'
import { invalidInput } from '../http/invalid-input.ts'

const MAX_MISSED = 10_000

export type CronExpression = { readonly cron: string; readonly timeZone: string }

/**
 * The next instants of a cron expression with five fields, ms, after `from`; fewer where it ends.
 * Where clocks go forward or back, a time that does not exist comes right after, one that comes
 * twice comes once.
 *
 * @throws EngineError `invalid_input` naming `cron` or `timeZone`
 */
export function nextTimes(
  { cron, timeZone }: CronExpression,
  from: number,
  count: number,
): number[] {
  requireTimeZone(timeZone)
  try {
    const times = new Cron(cron, { timezone: timeZone, mode: '5-part', paused: true })
    return times.nextRuns(count, new Date(from)).map((date) => date.getTime())
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/^CronPattern: /, '') : ''
    throw invalidInput([
      {
        path: ['cron'],
        message: `must be minute, hour, day of month, month and day of week, e.g. "0 9 * * 1"${reason ? `: ${reason}` : ''}`,
      },
    ])
  }
}

export type DueTimes = {
  /** The last one that is due: the one that is made up for. */
  readonly dueAt: number
  /** Those before it, which are not. */
  readonly missed: number
  /** The first one that is not due yet; null where there is none. */
  readonly nextAt: number | null
}

/** What is due by now of a schedule whose next time was `firstAt` (≤ now). */
export function dueTimes(expression: CronExpression, firstAt: number, now: number): DueTimes {
  let dueAt = firstAt
  let missed = 0
  for (;;) {
    const next = nextTimes(expression, dueAt, 1)[0]
    if (next === undefined) return { dueAt, missed, nextAt: null }
    if (next > now) return { dueAt, missed, nextAt: next }
    dueAt = next
    missed += 1
    // Every minute for years: nobody counts that far.
    if (missed >= MAX_MISSED)
      return { dueAt, missed, nextAt: nextTimes(expression, now, 1)[0] ?? null }
  }
}

function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format(0)
  } catch {
    const message = `must be a time zone such as "UTC" or "Europe/Paris", found "${timeZone}"`
    throw invalidInput([{ path: ['timeZone'], message }])
  }
}
