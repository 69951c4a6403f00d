import type { EntryId } from '../../../shared/contract/ids.ts'
import type { SupersedeRequest, TimelineEntry } from '../../../shared/contract/timeline.ts'
import { settleIssues } from '../consistency/change-report.ts'
import { EngineError } from '../errors.ts'
import { getPersona } from '../personas/find-personas.ts'
import { insertPrepared, prepareEntries, type PreparedEntry } from './append-entries.ts'
import { findEntry, markSuperseded } from './memory.repo.ts'
import type { TimelineDeps, TimelineOwner } from './timeline.ts'

/**
 * Corrects an entry by one that takes its place, of type `revised`. The old one leaves recall at
 * once and stays in the history.
 *
 * @throws EngineError `conflict` when it was superseded already: the revision is corrected instead
 */
export async function supersedeEntry(
  deps: TimelineDeps,
  owner: TimelineOwner & { readonly entryId: EntryId },
  request: SupersedeRequest,
): Promise<TimelineEntry> {
  const { tenantId, personaId, entryId } = owner
  await getPersona(deps.db, tenantId, personaId)
  await deps.limits.requireRoom(tenantId, 'timelineEntries', 1)
  const old = await findEntry(deps.db, owner, entryId)
  if (!old) throw new EngineError('not_found', `No timeline entry ${entryId}`)
  if (old.supersededBy) throw alreadySuperseded(entryId, old.supersededBy)

  const now = deps.now()
  const entry = { ...request.entry, memoryType: 'revised' as const }
  const [prepared] = await prepareEntries(deps, [
    { tenantId, personaId, entries: [entry], source: 'user' },
  ])
  const revision: PreparedEntry = {
    ...prepared!,
    supersedes: entryId,
    // The persona learns of the correction when it is made, unless told when it did.
    knownAt: request.entry.knownAt === undefined ? now : prepared!.knownAt,
  }
  const revised = await deps.db.transaction().execute(async (trx) => {
    const [inserted] = await insertPrepared(trx, [revision], now)
    const mark = { entryId, by: inserted!.id, reason: request.reason }
    if (!(await markSuperseded(trx, owner, mark))) throw alreadySuperseded(entryId)
    await settleIssues(trx, owner, entryId)
    return inserted!
  })
  deps.vectors.notify()
  deps.usage.record(tenantId, 'persona_timeline_supersede', { entryId, reason: request.reason })
  return revised
}

function alreadySuperseded(entryId: EntryId, by?: EntryId): EngineError {
  const where = by ? ` by ${by}: supersede that one` : ''
  return new EngineError('conflict', `Entry ${entryId} is superseded already${where}`)
}
