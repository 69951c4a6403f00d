import type { z } from 'zod'
import type { ConsolidationList } from '../../../shared/contract/consolidation.ts'
import type { PageQuery } from '../../../shared/contract/paging.ts'
import type { ReadDb } from '../db/schema.ts'
import { placeOfCursor, toPage } from '../http/cursor.ts'
import type { TimelineOwner } from '../memory/timeline.ts'
import { getPersona } from '../personas/find-personas.ts'
import { listConsolidationRows } from './consolidation.repo.ts'

/** What became of a persona's exchanges, newest first. */
export async function listConsolidations(
  db: ReadDb,
  owner: TimelineOwner,
  { limit, cursor }: PageQuery,
): Promise<z.infer<typeof ConsolidationList>> {
  const after = placeOfCursor(cursor)
  await getPersona(db, owner.tenantId, owner.personaId)
  const found = await listConsolidationRows(db, owner, { limit: limit + 1, after })
  const { rows, nextCursor } = toPage(found, limit, ({ createdAt, turnId }) => ({
    at: Date.parse(createdAt),
    id: turnId,
  }))
  return { consolidations: rows, nextCursor }
}
