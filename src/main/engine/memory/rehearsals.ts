import type { EntryId, PersonaId, TurnId } from '../../../shared/contract/ids.ts'
import type { RecalledMemory } from '../../../shared/contract/recall.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { effectiveStrength, fades, type ForgettingSettings } from '../domain/memory/forgetting.ts'
import type { Memory } from '../domain/memory/memory.ts'
import { insertRehearsals, listRehearsals } from './rehearsal.repo.ts'

export type Remembered = {
  readonly personaId: PersonaId
  readonly turnId: TurnId
  /** The session's, milliseconds. */
  readonly clock: number
  readonly recalled: readonly Pick<RecalledMemory, 'entryId' | 'directive'>[]
  /** What the exchange repeated, recalled or not. */
  readonly reinforced: EntryId | null
}

/** Notes what an interview recalled, in the transaction that stores its turn. */
export async function rehearse(trx: WriteDb, remembered: Remembered): Promise<void> {
  const { personaId, turnId, clock: at, recalled, reinforced } = remembered
  // What stays shut did not come to mind.
  const open = recalled.filter(({ directive }) => directive.kind !== 'avoid')
  const entryIds = new Set(open.map(({ entryId }) => entryId))
  if (reinforced) entryIds.add(reinforced)
  const rehearsals = [...entryIds].map((entryId) => ({ entryId, turnId, at }))
  await insertRehearsals(trx, personaId, rehearsals)
}

/**
 * Memories with what is left of them. Where the workspace does not forget they come back as they
 * are, and nothing is read.
 *
 * @param clock  the session's, milliseconds
 */
export async function withEffectiveStrength<M extends Memory>(
  db: ReadDb,
  memories: readonly M[],
  clock: number,
  settings: ForgettingSettings,
): Promise<readonly M[]> {
  if (!settings.enabled) return memories
  const fading = memories.filter(fades).map(({ entryId }) => entryId)
  const rehearsedAt = new Map<EntryId, number[]>()
  for (const { entryId, at } of settings.rehearsal ? await listRehearsals(db, fading, clock) : []) {
    const known = rehearsedAt.get(entryId)
    if (known) known.push(at)
    else rehearsedAt.set(entryId, [at])
  }
  return memories.map((memory) => {
    const fading = { ...memory, rehearsedAt: rehearsedAt.get(memory.entryId) ?? [] }
    return { ...memory, effectiveStrength: effectiveStrength(fading, clock, settings) }
  })
}
