import { toIso } from '../../personas/calendar.ts'
import { dayOfIso, dayOfMs } from '../claims/days.ts'
import { fieldSpan, type Fault, type StructuralCheck } from './structural-check.ts'

const plan =
  /\b(?:will|shall|'ll|going to|plan(?:s|ned|ning)?|booked|appointment|scheduled|due|looking forward|upcoming|hope|intend|expect(?:ed|ing)?|next (?:week|month|year|spring|summer|autumn|winter)|reserved|tickets? for)\b/i

/**
 * Memories dated after now. A plan is known before it happens: one that says so and was known by
 * now is none. A day of grace covers clocks and time zones.
 */
export function findFutureEvents({ entries, nowMs, added }: StructuralCheck): Fault[] {
  const today = dayOfMs(nowMs)
  return entries.flatMap((entry): Fault[] => {
    if ((added && !added.has(entry.id)) || entry.supersededBy) return []
    if (dayOfIso(entry.eventAt) <= today + 1) return []
    const known = dayOfIso(entry.knownAt) <= today + 1
    if (known && plan.test(`${entry.eventLabel}\n${entry.facts}`)) return []
    return [
      {
        type: 'in_the_future',
        severity: 'error',
        entries: [entry],
        spans: [fieldSpan(entry, 'eventAt', 0, 10)],
        explanation: `It is dated ${entry.eventAt.slice(0, 10)}, after ${toIso(nowMs).slice(0, 10)}.`,
      },
    ]
  })
}
