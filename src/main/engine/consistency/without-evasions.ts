import type { EntryId } from '../../../shared/contract/ids.ts'
import type { RecalledMemory } from '../../../shared/contract/recall.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import { isSensitive } from '../domain/memory/memory.ts'
import { findEntries } from '../memory/find-memories.ts'
import type { TimelineOwner } from '../memory/timeline.ts'

// What the persona plays down, keeps to itself or embroiders says other than the memory by design.
const evasive: ReadonlySet<string> = new Set(['deflect', 'avoid', 'embellish', 'admit-part'])

/** What was in the persona's mind when it answered. */
export type Answering = {
  readonly recalled: readonly Pick<RecalledMemory, 'entryId' | 'directive'>[]
  /** Repressed memories that had surfaced. */
  readonly surfaced: readonly EntryId[]
}

/** Findings about an answer, without those that the persona's own evasions explain. */
export async function withoutEvasions(
  db: ReadDb,
  owner: TimelineOwner,
  { recalled, surfaced }: Answering,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  if (findings.length === 0) return findings
  const entryIds = [...new Set(findings.flatMap((finding) => finding.entryIds))]
  const entries = await findEntries(db, owner, entryIds)
  const shut = entries
    .filter(({ id, memoryType }) => isSensitive({ memoryType }) && !surfaced.includes(id))
    .map(({ id }) => id)
  const evaded = recalled
    .filter(({ directive }) => evasive.has(directive.kind))
    .map(({ entryId }) => entryId)
  const excused = new Set([...shut, ...evaded])
  return findings.filter((finding) => !finding.entryIds.some((id) => excused.has(id)))
}
