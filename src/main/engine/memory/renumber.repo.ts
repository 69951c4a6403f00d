import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

export type Numbered = { readonly row: number; readonly id: string; readonly sequence: number }

export async function findNumbered(
  db: ReadDb,
  personaId: PersonaId,
  page: { readonly after: number; readonly limit: number },
): Promise<Numbered[]> {
  return db
    .selectFrom('timeline_entry')
    .select(['row', 'id', 'sequence'])
    .where('persona_id', '=', personaId)
    .where('sequence', '>', page.after)
    .orderBy('sequence')
    .limit(page.limit)
    .execute()
}

/** How many entries a persona has, and the last of their numbers; 0 for none. */
export async function findExtent(
  db: ReadDb,
  personaId: PersonaId,
): Promise<{ count: number; last: number }> {
  const row = await db
    .selectFrom('timeline_entry')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.max<number | null>('sequence').as('last'),
    ])
    .where('persona_id', '=', personaId)
    .executeTakeFirstOrThrow()
  return { count: row.count, last: row.last ?? 0 }
}

/** Gives an entry another number; the index hears of it through the outbox. */
export async function updateSequence(
  trx: WriteDb,
  personaId: PersonaId,
  { row, id, sequence }: Numbered,
): Promise<void> {
  await trx.updateTable('timeline_entry').set({ sequence }).where('row', '=', row).execute()
  await trx
    .insertInto('outbox')
    .values({ entry_id: id, persona_id: personaId, op: 'upsert' })
    .execute()
}

/** Where the next entry's number is counted from. */
export async function updateTimelineLength(
  trx: WriteDb,
  personaId: PersonaId,
  length: number,
): Promise<void> {
  await trx
    .updateTable('persona')
    .set({ timeline_length: length })
    .where('id', '=', personaId)
    .execute()
}

/** Up to where a timeline was checked for contradictions. */
export async function moveCheckedSequence(
  trx: WriteDb,
  personaId: PersonaId,
  renumbered: (sequence: number) => number,
): Promise<void> {
  const report = await trx
    .selectFrom('consistency_report')
    .select('checked_sequence')
    .where('persona_id', '=', personaId)
    .executeTakeFirst()
  if (!report) return
  await trx
    .updateTable('consistency_report')
    .set({ checked_sequence: renumbered(report.checked_sequence) })
    .where('persona_id', '=', personaId)
    .execute()
}
