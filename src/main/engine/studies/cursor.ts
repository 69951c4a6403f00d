import { EngineError } from '../errors.ts'

/** Place in a list ordered by time and id: what the next page begins after. */
export type Place = { readonly at: number; readonly id: string }

export function toCursor({ at, id }: Place): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url')
}

/** @throws EngineError `invalid_input` for anything that `toCursor` did not write */
export function parseCursor(cursor: string): Place {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof at === 'number' && Number.isSafeInteger(at) && typeof id === 'string') {
      return { at, id }
    }
  } catch {
    // Told below: whatever is wrong with it, the caller can only start again.
  }
  throw new EngineError('invalid_input', 'Invalid query: cursor: is not one this list gave out', {
    details: [{ path: 'cursor', message: 'must be the nextCursor of a page of this list' }],
  })
}

/** One page of rows that were asked for with one more than `limit`. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place,
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: last && rows.length > limit ? toCursor(placeOf(last)) : null }
}
