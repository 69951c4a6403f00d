import { sql } from 'kysely'
import type { EntryId, SessionId, TurnId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'

/** What has just been said is open in its session, inside the caller's transaction. */
export async function markSurfaced(
  trx: WriteDb,
  { sessionId, turnId }: { readonly sessionId: SessionId; readonly turnId: TurnId },
  entryId: EntryId,
): Promise<void> {
  const surfaced = sql<string>`json_insert(surfaced, '$[#]', ${entryId})`
  await trx.updateTable('turn').set({ surfaced }).where('id', '=', turnId).execute()
  await trx.updateTable('session').set({ surfaced }).where('id', '=', sessionId).execute()
}
