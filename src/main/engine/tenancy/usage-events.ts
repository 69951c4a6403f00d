import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import type { TenantId } from '../../../shared/contract/ids.ts'
import { UsageEvent, type UsageEventType } from '../../../shared/contract/tenancy.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'

const ROWS_PER_READ = 200
const CSV_COLUMNS = ['id', 'createdAt', 'type', 'data']

export type EventQuery = {
  limit: number
  cursor?: string | undefined
  type?: UsageEventType | undefined
}
export type EventPage = { events: UsageEvent[]; nextCursor: string | null }

/** Newest first. */
export async function listUsageEvents(
  db: ReadDb,
  tenantId: TenantId,
  { limit, cursor, type }: EventQuery,
): Promise<EventPage> {
  let query = db.selectFrom('usage_event').selectAll().where('tenant_id', '=', tenantId)
  if (type) query = query.where('type', '=', type)
  if (cursor !== undefined) query = query.where('id', '<', idOfCursor(cursor))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const events = rows.slice(0, limit).map((row) =>
    UsageEvent.parse({
      id: String(row.id),
      type: row.type,
      data: JSON.parse(row.data),
      createdAt: new Date(row.created_at).toISOString(),
    }),
  )
  const last = events.at(-1)
  return {
    events,
    nextCursor: rows.length > limit && last ? encodeCursor([Number(last.id)]) : null,
  }
}

/** Every event as text, newest first, a few rows at a time: years of them block nobody. */
export async function* exportUsageEvents(
  db: ReadDb,
  tenantId: TenantId,
  format: 'jsonl' | 'csv',
): AsyncGenerator<string> {
  if (format === 'csv') yield stringify([CSV_COLUMNS])
  let cursor: string | undefined
  do {
    const page: EventPage = await listUsageEvents(db, tenantId, { limit: ROWS_PER_READ, cursor })
    if (page.events.length > 0) yield format === 'csv' ? toCsv(page.events) : toJsonl(page.events)
    cursor = page.nextCursor ?? undefined
    await setImmediate()
  } while (cursor !== undefined)
}

function toJsonl(events: readonly UsageEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}

// A cell that a spreadsheet would run as a formula is escaped: names in it come from outside.
function toCsv(events: readonly UsageEvent[]): string {
  const records = events.map((event) => ({ ...event, data: JSON.stringify(event.data) }))
  return stringify(records, { columns: CSV_COLUMNS, escape_formulas: true })
}

function idOfCursor(cursor: string): number {
  const [id] = decodeCursor(cursor)
  if (typeof id === 'number' && Number.isSafeInteger(id)) return id
  throw new EngineError('invalid_input', 'cursor is not one that this list has answered')
}
