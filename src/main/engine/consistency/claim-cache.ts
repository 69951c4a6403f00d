import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { speakerOf } from '../domain/consistency/checked-persona.ts'
import {
  createClaimIndex,
  extendClaimIndex,
  type ClaimIndex,
} from '../domain/consistency/claim-index.ts'
import { readTimeline } from '../memory/read-timeline.ts'
import { createSessionLocks } from '../prompting/session-locks.ts'
import { inSteps } from './in-steps.ts'

/** Entries whose claims stay in memory, of all personas together: about 1 KB each. */
const CACHED_ENTRIES = 100_000
/** Entries read for claims in one step. */
const STEP = 10

export type ClaimCache = {
  /**
   * What a persona's timeline claims, as it is stored now.
   *
   * @param through  the last sequence to take in; default: all
   */
  get(db: ReadDb, persona: Persona, through?: number): Promise<ClaimIndex>
  /** Takes note that an index that `get` gave was extended by all entries up to there. */
  extended(personaId: PersonaId, through: number): void
  /** Keeps an index that was made elsewhere. */
  put(persona: Persona, index: ClaimIndex, through: number): void
}

type Kept = { readonly index: ClaimIndex; readonly speaker: string; through: number }

/** Claims of the personas asked about last. What was appended since is read, and nothing twice. */
export function createClaimCache(limit = CACHED_ENTRIES): ClaimCache {
  const kept = new Map<PersonaId, Kept>()
  const locks = createSessionLocks()

  function find(persona: Persona): Kept {
    const speaker = JSON.stringify(speakerOf(persona))
    const known = kept.get(persona.id)
    const found =
      known?.speaker === speaker ? known : { index: createClaimIndex(persona), speaker, through: 0 }
    kept.delete(persona.id)
    kept.set(persona.id, found)
    return found
  }

  function evict(): void {
    let entries = 0
    for (const { index } of kept.values()) entries += index.entryIds.size
    for (const [personaId, { index }] of kept) {
      if (entries <= limit || kept.size === 1) return
      entries -= index.entryIds.size
      kept.delete(personaId)
    }
  }

  return {
    async get(db, persona, through = Infinity) {
      const leave = await locks.enter(persona.id)
      try {
        const found = find(persona)
        const range = { after: found.through, through }
        for await (const entries of readTimeline(
          db,
          { ...persona, personaId: persona.id },
          range,
        )) {
          await inSteps(extendInSteps(found.index, persona, entries))
          found.through = Math.max(found.through, entries.at(-1)!.sequence)
        }
        evict()
        return found.index
      } finally {
        leave()
      }
    },
    extended(personaId, through) {
      const found = kept.get(personaId)
      if (found) found.through = Math.max(found.through, through)
    },
    put(persona, index, through) {
      kept.delete(persona.id)
      kept.set(persona.id, { index, speaker: JSON.stringify(speakerOf(persona)), through })
      evict()
    },
  }
}

function* extendInSteps(
  index: ClaimIndex,
  persona: Persona,
  entries: readonly TimelineEntry[],
): Generator<void, void, void> {
  for (let start = 0; start < entries.length; start += STEP) {
    extendClaimIndex(index, persona, entries.slice(start, start + STEP))
    yield
  }
}
