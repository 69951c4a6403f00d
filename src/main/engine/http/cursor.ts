import { EngineError } from '../errors.ts'

type CursorPart = string | number | null

/** An opaque cursor of a page's last sort key and id. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** @throws EngineError `invalid_input` for anything `encodeCursor` did not make */
export function decodeCursor(cursor: string): CursorPart[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.every(isPart)) return parts
  } catch {
    // Not JSON: the error below says so.
  }
  throw new EngineError('invalid_input', 'cursor is not one that a list has answered', {
    details: [{ path: 'cursor', message: 'must be the nextCursor of the page before' }],
  })
}

function isPart(part: unknown): part is CursorPart {
  return part === null || typeof part === 'string' || typeof part === 'number'
}
