import type { EntryId } from '../../../shared/contract/ids.ts'
import type { ForgettingCurve } from '../../../shared/contract/forgetting.ts'
import type { ReadDb } from '../db/schema.ts'
import { effectiveStrength, fades } from '../domain/memory/forgetting.ts'
import { forgettingCurve } from '../domain/memory/forgetting-curve.ts'
import { vividness } from '../domain/memory/vividness.ts'
import { EngineError } from '../errors.ts'
import { getPersona } from '../personas/find-personas.ts'
import { toIso } from './instant.ts'
import { findEntry } from './memory.repo.ts'
import { getMemorySettings } from './memory-settings.ts'
import { listRehearsals } from './rehearsal.repo.ts'
import type { TimelineOwner } from './timeline.ts'

const SHOWN_AHEAD_MS = 10 * 365.25 * 24 * 3_600_000
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * How one memory fades, and what is left of it at an instant.
 *
 * @param clock  milliseconds
 * @throws EngineError `not_found`
 */
export async function getForgettingCurve(
  db: ReadDb,
  owner: TimelineOwner & { readonly entryId: EntryId },
  clock: number,
): Promise<ForgettingCurve> {
  await getPersona(db, owner.tenantId, owner.personaId)
  const entry = await findEntry(db, owner, owner.entryId)
  if (!entry) throw new EngineError('not_found', `No timeline entry ${owner.entryId}`)
  const { forgetting: settings } = await getMemorySettings(db)
  const rehearsals = await listRehearsals(db, [entry.id], clock)
  const fading = {
    memoryType: entry.memoryType,
    memoryStrength: entry.memoryStrength,
    eventAtMs: Date.parse(entry.eventAt),
    rehearsedAt: rehearsals.map(({ at }) => at),
  }
  const now = settings.enabled ? effectiveStrength(fading, clock, settings) : entry.memoryStrength
  const until = Math.min(LAST_MS, Math.max(clock, fading.eventAtMs) + SHOWN_AHEAD_MS)
  return {
    entryId: entry.id,
    enabled: settings.enabled,
    fades: fades(entry),
    storedStrength: entry.memoryStrength,
    at: toIso(clock),
    effectiveStrength: now,
    vividness: vividness(now),
    points: forgettingCurve(fading, until, settings).map(({ at, strength }) => ({
      at: toIso(at),
      strength,
      vividness: vividness(strength),
    })),
    rehearsals: rehearsals.map(({ at, turnId }) => ({ at: toIso(at), turnId })),
  }
}
