import { setImmediate } from 'node:timers/promises'
import type { ConsistencyIssue } from '../../../shared/contract/consistency.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { checkAdded } from '../domain/consistency/check-added.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import { getMemorySettings } from '../memory/memory-settings.ts'
import type { TimelineOwner } from '../memory/timeline.ts'
import { getPersona } from '../personas/find-personas.ts'
import type { ClaimCache } from './claim-cache.ts'

export type WriteCheckDeps = {
  readonly db: ReadDb
  readonly claims: ClaimCache
  readonly now: () => number
  readonly logError: (error: unknown) => void
}

export type Written = {
  /** In sequence, and committed. */
  readonly entries: readonly TimelineEntry[]
  /** What a revision among them replaces. */
  readonly superseded?: TimelineEntry
}

/** Entries compared between two turns of the event loop: a few milliseconds. */
const STEP = 50

/**
 * What entries just written contradict. The writing stands whatever is found, and whether or not
 * this fails.
 */
export async function checkWritten(
  deps: WriteCheckDeps,
  owner: TimelineOwner,
  written: Written,
): Promise<ConsistencyIssue[]> {
  try {
    const { consistency } = await getMemorySettings(deps.db)
    if (!consistency.onWrite) return []
    const findings = await findInWritten(deps, owner, written)
    return findings.map((finding) => ({ ...finding, dismissedAt: null }))
  } catch (error) {
    deps.logError(error)
    return []
  }
}

async function findInWritten(
  deps: WriteCheckDeps,
  { tenantId, personaId }: TimelineOwner,
  { entries: written, superseded }: Written,
): Promise<Finding[]> {
  const [first] = written
  if (!first) return []
  const persona = await getPersona(deps.db, tenantId, personaId)
  const index = await deps.claims.get(deps.db, persona, first.sequence - 1)
  const nowMs = deps.now()
  const findings = new Map<string, Finding>()
  for (let start = 0; start < written.length; start += STEP) {
    if (start > 0) await setImmediate()
    const batch = written.slice(start, start + STEP)
    const added = new Set(batch.map(({ id }) => id))
    const entries = start === 0 && superseded ? [superseded, ...batch] : batch
    for (const finding of checkAdded({ persona, entries, added, nowMs, index })) {
      findings.set(finding.id, finding)
    }
    deps.claims.extended(personaId, batch.at(-1)!.sequence)
  }
  return [...findings.values()]
}
