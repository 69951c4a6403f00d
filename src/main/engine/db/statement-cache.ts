import type SqliteDatabase from 'better-sqlite3'
import type { SqliteDatabase as KyselyDatabase } from 'kysely'
import { createRecent } from '../recent.ts'

/** Different queries kept compiled; bulk inserts make a text per row count. */
const MOST = 500

/**
 * The connection with its statements kept: compiling one takes longer than most of them run. Only
 * for callers that read a result to its end at once, as Kysely's `execute` does.
 */
export function cacheStatements(sqlite: SqliteDatabase.Database): KyselyDatabase {
  const known = createRecent<string, SqliteDatabase.Statement>(MOST)
  return {
    prepare: (sql) => known.get(sql) ?? known.keep(sql, sqlite.prepare(sql)),
    close: () => sqlite.close(),
  }
}
