import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { EngineError } from '../errors.ts'

export type WorkspaceLock = { release(): void }

// Held here, not only by the caller: a collected handle closes its file, and with it the lock.
const held = new Set<SqliteDatabase.Database>()

/**
 * Makes this process the owner of a workspace. The lock is a write transaction on `lock.db`: the
 * kernel frees it however the process ends, SIGKILL included.
 *
 * @throws EngineError `conflict` naming the process that owns it
 */
export function lockWorkspace(folder: string): WorkspaceLock {
  const owner = join(folder, 'lock.pid')
  const lock = new SqliteDatabase(join(folder, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new EngineError(
      'conflict',
      `The workspace ${folder} is open in another workbench (process ${ownerOf(owner)})`,
      { cause: error },
    )
  }
  writeFileSync(owner, String(process.pid))
  held.add(lock)
  return {
    release() {
      held.delete(lock)
      lock.close()
    },
  }
}

function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Between taking the lock and writing the number there is none to read.
    return 'unknown'
  }
}
