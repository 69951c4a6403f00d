import { EngineError } from '../errors.ts'

// What an ISO text with a four-digit year can say; an offset may push a valid input beyond it.
const FIRST_MS = Date.parse('0000-01-01T00:00:00.000Z')
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * Milliseconds since the Unix epoch of an ISO instant, or of the start (UTC) of an ISO date.
 *
 * @throws EngineError `invalid_input` outside the years 0000–9999
 */
export function toInstant(text: string, field: string): number {
  const ms = Date.parse(text)
  if (ms >= FIRST_MS && ms <= LAST_MS) return ms
  const message = `must be within the years 0000 to 9999 in UTC, found ${text}`
  throw new EngineError('invalid_input', `${field}: ${message}`, {
    details: [{ path: field, message }],
  })
}

export function toIso(ms: number): string {
  return new Date(ms).toISOString()
}
