import type { WriteDb } from '../db/schema.ts'
import type { UsageLog } from './limits.ts'

const FLUSH_AFTER_MS = 500
const ROWS_PER_INSERT = 200
/** Kept while the database cannot be written; the oldest go first. */
const MAX_WAITING = 10_000

export type BufferedUsageLog = UsageLog & {
  /** Resolves when everything recorded so far is stored. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Collects events and writes them half a second later: a list must not wait for its own record. */
export function createUsageLog(
  db: WriteDb,
  now: () => number,
  logError: (error: unknown) => void,
): BufferedUsageLog {
  type Row = { tenant_id: string; type: string; data: string; created_at: number }
  let rows: Row[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    while (rows.length > 0) {
      const taken = rows.splice(0, ROWS_PER_INSERT)
      try {
        await db.insertInto('usage_event').values(taken).execute()
      } catch (error) {
        rows = [...taken, ...rows].slice(-MAX_WAITING)
        throw error
      }
    }
  }

  function flush(): Promise<void> {
    // One after the other: who flushes second waits for what the first has taken.
    const written = writing.then(write)
    writing = written.catch(() => {})
    return written
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
