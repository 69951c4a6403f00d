import type { TenantId } from '../../../shared/contract/ids.ts'
import { UsageEvent, type UsageEventType } from '../../../shared/contract/tenancy.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { UsageLog } from './limits.ts'

const FLUSH_AFTER_MS = 500
const ROWS_PER_INSERT = 200

export type BufferedUsageLog = UsageLog & {
  flush(): Promise<void>
  close(): Promise<void>
}

/** Collects events and writes them half a second later: a list must not wait for its own record. */
export function createUsageLog(
  db: WriteDb,
  now: () => number,
  logError: (error: unknown) => void,
): BufferedUsageLog {
  let rows: { tenant_id: string; type: string; data: string; created_at: number }[] = []
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const taken = rows
    rows = []
    for (let i = 0; i < taken.length; i += ROWS_PER_INSERT)
      await db
        .insertInto('usage_event')
        .values(taken.slice(i, i + ROWS_PER_INSERT))
        .execute()
  }

  return {
    record(tenantId, type, data) {
      rows.push({ tenant_id: tenantId, type, data: JSON.stringify(data), created_at: now() })
      timer ??= setTimeout(() => void flush().catch(logError), FLUSH_AFTER_MS).unref()
    },
    flush,
    close: flush,
  }
}

/** Newest first. */
export async function listUsageEvents(
  db: ReadDb,
  tenantId: TenantId,
  {
    limit,
    cursor,
    type,
  }: { limit: number; cursor?: string | undefined; type?: UsageEventType | undefined },
): Promise<{ events: UsageEvent[]; nextCursor: string | null }> {
  let query = db.selectFrom('usage_event').selectAll().where('tenant_id', '=', tenantId)
  if (type) query = query.where('type', '=', type)
  if (cursor !== undefined) query = query.where('id', '<', Number(decodeCursor(cursor)[0]))
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
