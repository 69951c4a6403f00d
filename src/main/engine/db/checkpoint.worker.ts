import { parentPort, workerData } from 'node:worker_threads'
import SqliteDatabase from 'better-sqlite3'

/** How often the write-ahead log is looked at, ms. */
const POLL_MS = 100
/** 4 MB: what SQLite would do by itself, in the thread that writes. */
const PAGES = 1_000

const sqlite = new SqliteDatabase(workerData as string)
// A writer is never made to wait, nor waited for.
sqlite.pragma('busy_timeout = 0')
sqlite.pragma('synchronous = FULL')

type Progress = { readonly log: number; readonly checkpointed: number }

const timer = setInterval(() => {
  const [{ log, checkpointed }] = sqlite.pragma('wal_checkpoint(noop)') as [Progress]
  if (log - checkpointed >= PAGES) sqlite.pragma('wal_checkpoint(passive)')
}, POLL_MS)

parentPort!.once('message', () => {
  clearInterval(timer)
  sqlite.close()
})
