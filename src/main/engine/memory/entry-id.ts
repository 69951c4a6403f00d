import { randomUUID } from 'node:crypto'
import type { EntryId } from '../../../shared/contract/ids.ts'

const COUNTS = 0x1000
let count = 0

/**
 * A UUID that begins with the time (RFC 9562, version 7): entries written together lie together in
 * the index of ids, where random ones would touch a page each.
 *
 * @param now  milliseconds
 */
export function newEntryId(now: number): EntryId {
  count = (count + 1) % COUNTS
  const time = Math.max(0, now).toString(16).padStart(12, '0')
  const order = count.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${randomUUID().slice(19)}` as EntryId
}
