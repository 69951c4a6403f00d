import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { bodyOf, type VersionBody } from './version-body.ts'
import { insertVersions, listStoredVersions, type StoredVersion } from './versions.repo.ts'

/** The versions of a persona, oldest first; of one that was never edited, what it is. */
export async function profilesOf(db: ReadDb, persona: Persona): Promise<StoredVersion[]> {
  const stored = await listStoredVersions(db, persona.id)
  if (stored.length > 0) return stored
  return [{ version: 1, validFrom: Date.parse(persona.createdAt), body: bodyOf(persona) }]
}

/** Keeps the profile before an edit and the one after it, inside the caller's transaction. */
export async function keepVersion(
  trx: WriteDb,
  before: Persona,
  after: VersionBody,
  now: number,
): Promise<void> {
  const stored = await listStoredVersions(trx, before.id)
  const first = stored.length === 0 ? await profilesOf(trx, before) : []
  const last = stored.at(-1) ?? first[0]!
  // A clock that was set back must not put an edit before the one it follows.
  const validFrom = Math.max(now, last.validFrom)
  const next = { version: last.version + 1, validFrom, body: after }
  await insertVersions(trx, before.id, [...first, next])
}

/** A copy of a persona was described when the original was. */
export async function copyVersions(trx: WriteDb, from: Persona, to: PersonaId): Promise<void> {
  await insertVersions(trx, to, await profilesOf(trx, from))
}
