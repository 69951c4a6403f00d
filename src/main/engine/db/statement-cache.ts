import type SqliteDatabase from 'better-sqlite3'
import type { SqliteDatabase as KyselyDatabase } from 'kysely'

/** Different queries kept compiled; bulk inserts make a text per row count. */
const MOST = 500

/**
 * The connection with its statements kept: compiling one takes longer than most of them run. Only
 * for callers that read a result to its end at once, as Kysely's `execute` does.
 */
export function cacheStatements(sqlite: SqliteDatabase.Database): KyselyDatabase {
  const known = new Map<string, SqliteDatabase.Statement>()
  return {
    prepare(sql) {
      let statement = known.get(sql)
      // Taken out and put back: the map's order is then the order of use.
      if (statement) known.delete(sql)
      else statement = sqlite.prepare(sql)
      known.set(sql, statement)
      if (known.size > MOST) known.delete(known.keys().next().value!)
      return statement
    },
    close: () => sqlite.close(),
  }
}
