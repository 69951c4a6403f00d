import type { Compilable, CompiledQuery, Insertable, QueryResult } from 'kysely'
import type { Database, WriteDb } from './schema.ts'

/** Stands for a value while the statement is built. */
class Slot {
  readonly name: PropertyKey
  constructor(name: PropertyKey) {
    this.name = name
  }
}

/**
 * A statement that is built at its first use and only run from then on: building one takes longer
 * than most of them run. For the few that a run needs for every answer.
 *
 * @param build  uses `values` as they are: what they are is not known yet, so it can neither look at
 *   them nor compute with them
 */
export function compileOnce<Values extends object, Row = unknown>(
  build: (db: WriteDb, values: Values) => Compilable<Row>,
): (db: WriteDb, values: Values) => Promise<QueryResult<Row>> {
  let known: CompiledQuery<Row> | undefined
  const slots = new Proxy({} as Values, { get: (_, name) => new Slot(name) })
  return (db, values) => {
    known ??= build(db, slots).compile()
    const parameters = known.parameters.map((one) =>
      one instanceof Slot ? values[one.name as keyof Values] : one,
    )
    return db.executeQuery({ ...known, parameters })
  }
}

const inserts = new Map<string, CompiledQuery>()

/** Inserts one row, by a statement that is built once for its table and columns. */
export async function insertRow<Table extends keyof Database & string>(
  db: WriteDb,
  table: Table,
  row: Insertable<Database[Table]>,
): Promise<void> {
  const key = `${table}:${Object.keys(row).join()}`
  const known = inserts.get(key) ?? db.insertInto(table).values(row).compile()
  inserts.set(key, known)
  await db.executeQuery({ ...known, parameters: Object.values(row) })
}
