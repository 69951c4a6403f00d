import type { EntryId, PersonaId, TurnId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

/** Rehearsals that one curve or one recall reads of a persona: the latest count. */
const MOST_READ = 20_000

export type Rehearsal = { readonly entryId: EntryId; readonly turnId: TurnId; readonly at: number }

/** Once per entry and turn, however often it is stored. */
export async function insertRehearsals(
  trx: WriteDb,
  personaId: PersonaId,
  rehearsals: readonly Rehearsal[],
): Promise<void> {
  if (rehearsals.length === 0) return
  await trx
    .insertInto('rehearsal')
    .values(
      rehearsals.map(({ entryId, turnId, at }) => ({
        entry_id: entryId,
        turn_id: turnId,
        persona_id: personaId,
        at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Rehearsals up to an instant, latest first. */
export async function listRehearsals(
  db: ReadDb,
  entryIds: readonly EntryId[],
  until: number,
): Promise<Rehearsal[]> {
  if (entryIds.length === 0) return []
  const rows = await db
    .selectFrom('rehearsal')
    .select(['entry_id', 'turn_id', 'at'])
    .where('entry_id', 'in', entryIds)
    .where('at', '<=', until)
    .orderBy('at', 'desc')
    .limit(MOST_READ)
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id as EntryId,
    turnId: row.turn_id as TurnId,
    at: row.at,
  }))
}
