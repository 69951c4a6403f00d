import { z } from 'zod'
import { ConsistencyIssue } from '../../../shared/contract/consistency.ts'
import { Consolidation, type ConsolidationRecord } from '../../../shared/contract/consolidation.ts'
import type {
  EntryId,
  PersonaId,
  SessionId,
  TenantId,
  TurnId,
} from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { Place } from '../http/cursor.ts'
import { toIso } from '../memory/instant.ts'
import type { ConsolidationTable } from './consolidation.table.ts'

export type ConsolidationOwner = {
  readonly tenantId: TenantId
  readonly personaId: PersonaId
  readonly sessionId: SessionId
  readonly turnId: TurnId
}

export async function insertConsolidation(
  trx: WriteDb,
  owner: ConsolidationOwner,
  consolidation: Consolidation,
  now: number,
): Promise<void> {
  await trx
    .insertInto('consolidation')
    .values({
      turn_id: owner.turnId,
      tenant_id: owner.tenantId,
      persona_id: owner.personaId,
      session_id: owner.sessionId,
      action: consolidation.action,
      entry_id: consolidation.entryId,
      reason: consolidation.reason,
      decided_by: consolidation.decidedBy,
      issues: JSON.stringify(consolidation.issues),
      created_at: now,
    })
    .execute()
}

export async function findConsolidation(
  db: ReadDb,
  turnId: TurnId,
): Promise<ConsolidationRecord | undefined> {
  const row = await db
    .selectFrom('consolidation')
    .selectAll()
    .where('turn_id', '=', turnId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** What became of a persona's exchanges, newest first. */
export async function listConsolidationRows(
  db: ReadDb,
  { tenantId, personaId }: Pick<ConsolidationOwner, 'tenantId' | 'personaId'>,
  { limit, after }: { readonly limit: number; readonly after: Place | undefined },
): Promise<ConsolidationRecord[]> {
  let query = db
    .selectFrom('consolidation')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('created_at', '<', after.at),
        eb.and([eb('created_at', '=', after.at), eb('turn_id', '<', after.id)]),
      ]),
    )
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('turn_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Issues that exchanges raised, newest first. */
export async function listFlaggedIssues(
  db: ReadDb,
  { tenantId, personaId }: Pick<ConsolidationOwner, 'tenantId' | 'personaId'>,
  limit: number,
): Promise<ConsistencyIssue[]> {
  const rows = await db
    .selectFrom('consolidation')
    .select('issues')
    .where('tenant_id', '=', tenantId)
    .where('persona_id', '=', personaId)
    .where('action', '=', 'flag')
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ issues }) => Issues.parse(JSON.parse(issues)))
}

const Issues = z.array(ConsistencyIssue)

function fromRow(row: ConsolidationTable): ConsolidationRecord {
  return {
    turnId: row.turn_id as TurnId,
    sessionId: row.session_id as SessionId,
    action: Consolidation.shape.action.parse(row.action),
    entryId: row.entry_id as EntryId | null,
    reason: row.reason,
    decidedBy: Consolidation.shape.decidedBy.parse(row.decided_by),
    issues: Issues.parse(JSON.parse(row.issues)),
    createdAt: toIso(row.created_at),
  }
}
