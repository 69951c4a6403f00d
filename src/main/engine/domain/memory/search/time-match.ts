import { dayOfMs } from '../../text/times/days.ts'
import { isDayWithin, type TimeWindow } from '../time-window.ts'
import type { PersonaIndex } from './persona-index.ts'

/** Told so many days after the time asked about, an entry may still be about it, half as likely. */
const TOLD_AFTER_DAYS = 14
const TOLD_AFTER = 0.5
/** A longer time that a text names ("since 2001") says nothing of a day within it. */
const MAX_MENTIONED_DAYS = 400

/** How far a row is of a time: it happened then, its text names that time, or soon tells of it; 0–1. */
export function timeMatch(index: PersonaIndex, row: number, window: TimeWindow): number {
  const day = dayOfMs(index.eventAtMs[row]!)
  if (isDayWithin(window, day)) return 1
  const end = index.dayStarts[row + 1]!
  for (let i = index.dayStarts[row]!; i < end; i += 2) {
    if (namesTime(index.days[i]!, index.days[i + 1]!, window)) return 1
  }
  return day > window.to && day <= window.to + TOLD_AFTER_DAYS ? TOLD_AFTER : 0
}

function namesTime(from: number, to: number, window: TimeWindow): boolean {
  if (to - from > MAX_MENTIONED_DAYS || from > window.to || to < window.from) return false
  return window.months === null || isDayWithin(window, from) || isDayWithin(window, to)
}
