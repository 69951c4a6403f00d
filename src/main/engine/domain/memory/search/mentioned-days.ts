import { dayOfIso } from '../../text/times/days.ts'
import { timeExpressions } from '../../text/times/time-expressions.ts'

/** Of a text that names many times, the first. */
const MAX_TIMES = 8

/** The times that a text names, as pairs of first and last day. @param eventAt  ISO, UTC */
export function mentionedDays(text: string, eventAt: string): Int32Array {
  const times = timeExpressions(text, dayOfIso(eventAt)).slice(0, MAX_TIMES)
  return Int32Array.from(times.flatMap(({ span }) => [span.from, span.to]))
}
