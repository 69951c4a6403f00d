import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { EngineError } from '../errors.ts'
import * as initial from './migrations/0001-initial.ts'
import * as memory from './migrations/0002-memory.ts'
import * as search from './migrations/0003-search.ts'
import * as reconcile from './migrations/0004-reconcile.ts'
import * as runner from './migrations/0005-runner.ts'
import * as studies from './migrations/0006-studies.ts'
import * as answers from './migrations/0007-answers.ts'
import * as cohortHistory from './migrations/0008-cohort-history.ts'
import * as turnProvenance from './migrations/0009-turn-provenance.ts'
import * as codebooks from './migrations/0010-codebooks.ts'
import * as validations from './migrations/0011-validations.ts'
import * as arms from './migrations/0012-arms.ts'
import * as surveyShares from './migrations/0013-survey-shares.ts'
import { createLogSync, noLogSync, type LogSync } from './log-sync.ts'
import type { Database, ReadDb, WriteDb } from './schema.ts'
import { cacheStatements } from './statement-cache.ts'

// In order; a released migration is never changed or removed.
const migrations: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-memory': memory,
  '0003-search': search,
  '0004-reconcile': reconcile,
  '0005-runner': runner,
  '0006-studies': studies,
  '0007-answers': answers,
  '0008-cohort-history': cohortHistory,
  '0009-turn-provenance': turnProvenance,
  '0010-codebooks': codebooks,
  '0011-validations': validations,
  '0012-arms': arms,
  '0013-survey-shares': surveyShares,
}

export const migrationNames: readonly string[] = Object.keys(migrations)

export type OpenDatabase = {
  readonly db: WriteDb
  /** The same connection, for hot paths that want a prepared statement. */
  readonly sqlite: SqliteDatabase.Database
  /**
   * A connection that reads what is committed and waits for no transaction of the other one. In
   * memory there is only one: the same.
   */
  readonly reader: SqliteDatabase.Database
  readonly logSync: LogSync
  close(): Promise<void>
}

/**
 * Opens the workspace's database and brings it to the newest version.
 *
 * @param path  a file, or `:memory:`
 * @throws EngineError `unavailable` when the file was written by a newer workbench or cannot be read
 */
export async function openDatabase(path: string): Promise<OpenDatabase> {
  const sqlite = new SqliteDatabase(path)
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('busy_timeout = 5000')
    sqlite.pragma('cache_size = -65536')
    const dialect = new SqliteDialect({ database: cacheStatements(sqlite) })
    const db = new Kysely<Database>({ dialect })
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
    const reader = openReader(path, sqlite)
    const logSync = sqlite.memory ? noLogSync : createLogSync(path)
    const close = async () => {
      await logSync.close()
      reader.close()
      await db.destroy()
    }
    return { db, sqlite, reader, logSync, close }
  } catch (cause) {
    sqlite.close()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new EngineError('unavailable', `Cannot open the workspace ${path}: ${reason}`, { cause })
  }
}

/** A connection to a database that is open elsewhere in this process, and up to date. */
export function openReadOnly(path: string): ReadDb {
  const sqlite = new SqliteDatabase(path, { readonly: true })
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('cache_size = -65536')
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: cacheStatements(sqlite) }) })
}

function openReader(path: string, sqlite: SqliteDatabase.Database): SqliteDatabase.Database {
  if (sqlite.memory) return sqlite
  const reader = new SqliteDatabase(path, { readonly: true })
  reader.pragma('busy_timeout = 5000')
  reader.pragma('cache_size = -65536')
  return reader
}
