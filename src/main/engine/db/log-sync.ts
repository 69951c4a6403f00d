import { open, type FileHandle } from 'node:fs/promises'

/**
 * Waits until all that was committed before will outlast a power cut. The disk is waited for in a
 * thread of libuv's, so that the event loop goes on; SQLite's own way stops it for every commit.
 */
export type LogSync = { sync(): Promise<void>; close(): Promise<void> }

/** A database in memory has nothing to wait for. */
export const noLogSync: LogSync = { sync: async () => {}, close: async () => {} }

/**
 * @param path  of a database in write-ahead mode that is open: its log is then there, and stays the
 *   same file until the last connection closes
 */
export function createLogSync(path: string): LogSync {
  let file: Promise<FileHandle> | undefined
  let current: Promise<void> | undefined
  let next: Promise<void> | undefined

  async function syncOnce(): Promise<void> {
    // Windows flushes only what may be written through the same handle.
    file ??= open(`${path}-wal`, 'r+')
    await (await file).datasync()
  }

  function start(): Promise<void> {
    const started = syncOnce().finally(() => {
      if (current === started) current = undefined
    })
    current = started
    return started
  }

  return {
    sync() {
      if (!current) return start()
      // What is under way may have begun before the commit that asks: it takes part in the next.
      next ??= current
        .catch(() => {})
        .then(() => {
          next = undefined
          return start()
        })
      return next
    },
    async close() {
      await Promise.allSettled([current, next])
      await (await file)?.close()
    },
  }
}
