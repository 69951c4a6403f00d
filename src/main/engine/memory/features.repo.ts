import { CompiledQuery, sql, type SqlBool } from 'kysely'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { personaToken } from './append.repo.ts'
import { fromRow } from './memory.repo.ts'

/** Entries that lack what is computed from their text. */
export async function findUnfilled(db: ReadDb, limit: number) {
  const rows = await db
    .selectFrom('memory_feature as f')
    .innerJoin('timeline_entry as e', 'e.row', 'f.row')
    .selectAll('e')
    .select('f.persona_row')
    // Word for word what the partial index says, or it is not used.
    .where(sql<SqlBool>`length(f.data) = 0`)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...fromRow(row),
    row: row.row,
    personaRow: row.persona_row,
    eventAt: row.event_at,
    knownAt: row.known_at,
  }))
}

export type Derived = {
  readonly personaRow: number
  readonly row: number
  readonly personaId: PersonaId
  /** What full text indexes. */
  readonly text: string
  readonly record: Uint8Array
}

export async function replaceDerived(trx: WriteDb, derived: Derived): Promise<void> {
  const { personaRow, row, personaId, text, record } = derived
  const run = (query: string, values: unknown[]) =>
    trx.executeQuery(CompiledQuery.raw(query, values))
  await run('update memory_feature set data = ? where persona_row = ? and row = ?', [
    record,
    personaRow,
    row,
  ])
  await run('delete from timeline_text where rowid = ?', [row])
  await run('insert into timeline_text (rowid, persona, text) values (?, ?, ?)', [
    row,
    personaToken(personaId),
    text,
  ])
}
