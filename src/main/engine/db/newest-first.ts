import { sql, type SelectQueryBuilder, type Simplify } from 'kysely'
import { placeOfCursor, toPage } from '../http/cursor.ts'
import type { Database } from './schema.ts'

type Placed = { readonly id: string; readonly created_at: number }
/** What a list is asked for: how many at most, and from where the page before has ended. */
export type PageOf = { readonly limit: number; readonly cursor?: string | undefined }

/**
 * One page of a query's rows, newest first, by the time and id of one of its tables.
 *
 * @throws EngineError `invalid_input` for a cursor that is none
 */
export async function newestFirst<Tables extends keyof Database, Row extends Placed>(
  query: SelectQueryBuilder<Database, Tables, Row>,
  table: Tables,
  { limit, cursor }: PageOf,
): Promise<{ rows: Simplify<Row>[]; nextCursor: string | null }> {
  const after = placeOfCursor(cursor)
  const [at, id] = [sql.ref(`${table}.created_at`), sql.ref(`${table}.id`)]
  const found = await query
    .$if(after !== undefined, (select) =>
      select.where(sql<boolean>`(${at}, ${id}) < (${after!.at}, ${after!.id})`),
    )
    .orderBy(at, 'desc')
    .orderBy(id, 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(found, limit, (row) => ({ at: row.created_at, id: row.id }))
}
