import type SqliteDatabase from 'better-sqlite3'
import { endThread, startThread } from '../workers/thread.ts'

/** 64 MB: only where the thread falls so far behind does the writer do its work. */
const PAGES_AT_MOST = 16_000
/** SQLite's own choice. */
const PAGES_BY_DEFAULT = 1_000

export type Checkpointer = { stop(): Promise<void> }

/**
 * Moves the write-ahead log into the database in a thread of its own. In the one that writes, every
 * few hundred memories would stop everything for the tens of milliseconds that the disk takes.
 */
export function startCheckpointer(
  sqlite: Pick<SqliteDatabase.Database, 'memory' | 'name' | 'open' | 'pragma'>,
  log: (message: string) => void,
): Checkpointer {
  if (sqlite.memory) return { stop: async () => {} }
  const worker = startThread(import.meta.url, 'checkpoint', { workerData: sqlite.name })
  worker.unref()
  sqlite.pragma(`wal_autocheckpoint = ${PAGES_AT_MOST}`)
  worker.once('error', (error) => {
    log(`The database is moved on by its writer, since the thread for it ended: ${String(error)}`)
    if (sqlite.open) sqlite.pragma(`wal_autocheckpoint = ${PAGES_BY_DEFAULT}`)
  })
  return { stop: () => endThread(worker) }
}
