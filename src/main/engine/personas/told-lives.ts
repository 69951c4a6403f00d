import { setImmediate } from 'node:timers/promises'
import type { EntryId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import { PersonaProfile, type Persona } from '../../../shared/contract/personas.ts'
import { FileLife, FileMemory } from '../../../shared/contract/study-file.ts'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { ReadDb } from '../db/schema.ts'
import { livedBeyondSeed } from '../memory/beyond-seed.ts'
import { toIso } from '../memory/instant.ts'
import { readTimeline } from '../memory/read-timeline.ts'
import { listStoredVersions, listEdited } from './versions.repo.ts'

/** Personas looked at in one query: a few milliseconds. */
const BATCH = 100

/**
 * The lives of those who are not any more what their seed makes: edited, forked, or with memories of
 * their own. Who is absent can be generated again from seed, random seed and time of creation.
 */
export async function tellLives(
  db: ReadDb,
  tenantId: TenantId,
  personas: readonly Persona[],
): Promise<Map<PersonaId, FileLife>> {
  const lives = new Map<PersonaId, FileLife>()
  for (let i = 0; i < personas.length; i += BATCH) {
    await setImmediate()
    const batch = personas.slice(i, i + BATCH)
    const ids = batch.map(({ id }) => id)
    const changed = new Set([
      ...(await livedBeyondSeed(db, tenantId, ids)),
      ...(await listEdited(db, ids)),
    ])
    for (const persona of batch)
      if (changed.has(persona.id)) lives.set(persona.id, await tellLife(db, persona))
  }
  return lives
}

async function tellLife(db: ReadDb, persona: Persona): Promise<FileLife> {
  const { id: personaId, tenantId, personaKey, summary } = persona
  const versions = await listStoredVersions(db, personaId)
  const memories: FileMemory[] = []
  const places = new Map<EntryId, { memory: number; reason: string }>()
  for await (const entries of readTimeline(db, { tenantId, personaId })) {
    for (const entry of entries) {
      const reason = entry.supersedeReason ?? ''
      places.set(entry.id, { memory: memories.length + 1, reason })
      memories.push(toMemory(entry, places))
    }
  }
  // Parsed, for an order of fields that does not depend on how a profile came about.
  return FileLife.parse({
    personaKey,
    summary,
    profile: PersonaProfile.parse(persona),
    ...(versions.length > 0 && {
      versions: versions.map(({ validFrom, body }) => ({ validFrom: toIso(validFrom), body })),
    }),
    memories,
  })
}

function toMemory(
  entry: TimelineEntry,
  places: ReadonlyMap<EntryId, { memory: number; reason: string }>,
): FileMemory {
  const supersedes = entry.supersedes === null ? undefined : places.get(entry.supersedes)
  const told = FileMemory.strip().parse({ ...entry, supersedes: undefined })
  return supersedes ? { ...told, supersedes } : told
}
