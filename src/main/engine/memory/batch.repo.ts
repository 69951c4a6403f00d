import { CompiledQuery, sql } from 'kysely'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { nextEntryRow } from './append.repo.ts'

/** Rows claimed by an append that is not complete. */
export type Batch = {
  readonly id: number
  readonly personaRow: number
  readonly firstRow: number
  readonly lastRow: number
}

/** @throws EngineError `not_found` when the persona is not there */
export function claimRows(
  db: WriteDb,
  { tenantId, personaId }: { readonly tenantId: TenantId; readonly personaId: PersonaId },
  count: number,
  now: number,
): Promise<Batch> {
  return db.transaction().execute(async (trx) => {
    const persona = await trx
      .selectFrom('persona')
      .select('row')
      .where('id', '=', personaId)
      .where('tenant_id', '=', tenantId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!persona) throw new EngineError('not_found', `No persona ${personaId}`)
    const firstRow = await nextEntryRow(trx)
    const claimed = { personaRow: persona.row, firstRow, lastRow: firstRow + count - 1 }
    const { id } = await trx
      .insertInto('timeline_batch')
      .values({
        persona_row: claimed.personaRow,
        first_row: claimed.firstRow,
        last_row: claimed.lastRow,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, ...claimed }
  })
}

export async function listBatches(db: ReadDb): Promise<Batch[]> {
  const rows = await db.selectFrom('timeline_batch').selectAll().execute()
  return rows.map((row) => ({
    id: row.id,
    personaRow: row.persona_row,
    firstRow: row.first_row,
    lastRow: row.last_row,
  }))
}

export async function deleteBatch(trx: WriteDb, id: number): Promise<void> {
  await trx.deleteFrom('timeline_batch').where('id', '=', id).execute()
}

/** Drops an incomplete append and all that it has written. */
export async function discardBatch(db: WriteDb, batch: Batch): Promise<void> {
  const { personaRow, firstRow, lastRow } = batch
  await db.transaction().execute(async (trx) => {
    await trx.executeQuery(
      CompiledQuery.raw('delete from timeline_text where rowid between ? and ?', [
        firstRow,
        lastRow,
      ]),
    )
    await trx
      .deleteFrom('memory_feature')
      .where('persona_row', '=', personaRow)
      .where('row', '>=', firstRow)
      .where('row', '<=', lastRow)
      .execute()
    await sql`delete from embedding where model in (select id from embedding_model)
      and persona_row = ${personaRow} and row between ${firstRow} and ${lastRow}`.execute(trx)
    await deleteBatch(trx, batch.id)
  })
}
