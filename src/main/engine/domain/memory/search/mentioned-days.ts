import { dayOfIso } from '../../text/times/days.ts'
import { timeExpressions } from '../../text/times/time-expressions.ts'

/** Of a text that names many times, the first. */
const MAX_TIMES = 8

/**
 * The times that a text names, as pairs of first and last day. The date of the entry itself, written
 * out as a heading is, names no other time.
 *
 * @param eventAt  ISO, UTC
 */
export function mentionedDays(text: string, eventAt: string): Int32Array {
  const today = dayOfIso(eventAt)
  const times = timeExpressions(text, today).filter(
    ({ span, absolute }) => !(absolute && span.from === today && span.to === today),
  )
  return Int32Array.from(times.slice(0, MAX_TIMES).flatMap(({ span }) => [span.from, span.to]))
}
