import { createHash } from 'node:crypto'

/**
 * JSON text that is the same for equal values: keys sorted by UTF-16 code units, no spaces, fields
 * that are undefined left out (RFC 8785, for what JSON.parse can return).
 *
 * @throws TypeError for a number that JSON has no text for (NaN, ±Infinity)
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${value} has no JSON text`)
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const record = value as Readonly<Record<string, unknown>>
  const fields = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
  return `{${fields.join(',')}}`
}

/** SHA-256 in lower-case hex: of a text as it is, of anything else as canonical JSON. */
export function sha256(value: unknown): string {
  const text = typeof value === 'string' ? value : canonicalJson(value)
  return createHash('sha256').update(text).digest('hex')
}
