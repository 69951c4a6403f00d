import SqliteDatabase from 'better-sqlite3'
import { migrationNames } from './open.ts'

export type DatabaseCheck = {
  /** What is wrong, a sentence each; empty: nothing. */
  readonly faults: string[]
  /** Steps from an older version that opening the workspace will take. */
  readonly migrations: string[]
}

const MOST_FAULTS = 20

/** Reads a whole database file for damage and changes nothing: it may be open elsewhere. */
export function checkDatabase(path: string): DatabaseCheck {
  const faults: string[] = []
  const db = new SqliteDatabase(path, { readonly: true, timeout: 5000 })
  try {
    const damage = db.pragma(`quick_check(${MOST_FAULTS})`) as { quick_check: string }[]
    for (const { quick_check } of damage) if (quick_check !== 'ok') faults.push(quick_check)
    const orphans = db.pragma('foreign_key_check') as { table: string; parent: string }[]
    for (const { table, parent } of orphans.slice(0, MOST_FAULTS))
      faults.push(`A row of ${table} refers to a ${parent} that is not there`)
    return { faults, migrations: missingMigrations(db) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { faults: [...faults, reason], migrations: [] }
  } finally {
    db.close()
  }
}

function missingMigrations(db: SqliteDatabase.Database): string[] {
  const done = new Set(db.prepare('select name from kysely_migration').pluck().all())
  return migrationNames.filter((name) => !done.has(name))
}
