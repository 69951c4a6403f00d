import { sql, type Transaction } from 'kysely'
import type { Database, WriteDb } from './schema.ts'

/**
 * A transaction that does not wait for the disk: a power cut may undo it, a killed process does not.
 * For what is done again when it is missing. The next ordinary transaction makes it last as well.
 */
export function relaxedTransaction<T>(
  db: WriteDb,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  // One connection, held throughout: nobody else commits while it is relaxed.
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection)
    try {
      return await connection.transaction().execute(work)
    } finally {
      await sql`pragma synchronous = full`.execute(connection)
    }
  })
}
