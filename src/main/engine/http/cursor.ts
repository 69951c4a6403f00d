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

/** Place in a list ordered by time and id. */
export type Place = { readonly at: number; readonly id: string }

/** Where the next page begins, or undefined for the first. @throws EngineError `invalid_input` */
export function placeOfCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const [at, id] = decodeCursor(cursor)
  if (typeof at === 'number' && typeof id === 'string') return { at, id }
  throw new EngineError('invalid_input', 'cursor is not one that this list has answered')
}

/** One page of rows that were asked for with one more than `limit`. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place,
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (!last || rows.length <= limit) return { rows: shown, nextCursor: null }
  const { at, id } = placeOf(last)
  return { rows: shown, nextCursor: encodeCursor([at, id]) }
}
