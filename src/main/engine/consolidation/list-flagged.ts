import type { Persona } from '../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import { toFinding } from '../domain/consistency/to-finding.ts'
import { listFlaggedIssues } from './consolidation.repo.ts'

/** Flagged exchanges that a report shows. */
const SHOWN = 200

/**
 * What interviews contradicted, newest first. Where the memory concerned was corrected since, it is
 * settled.
 */
export async function listFlagged(
  db: ReadDb,
  { tenantId, id: personaId }: Pick<Persona, 'tenantId' | 'id'>,
  entries: readonly TimelineEntry[],
): Promise<Finding[]> {
  const issues = await listFlaggedIssues(db, { tenantId, personaId }, SHOWN)
  const current = new Set(entries.filter(({ supersededBy }) => !supersededBy).map(({ id }) => id))
  return issues.filter(({ entryIds }) => entryIds.every((id) => current.has(id))).map(toFinding)
}
