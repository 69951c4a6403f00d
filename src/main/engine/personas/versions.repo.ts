import { sql } from 'kysely'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { VersionBody } from './version-body.ts'

/** A profile as it was from an instant on. */
export type StoredVersion = {
  readonly version: number
  /** Milliseconds. */
  readonly validFrom: number
  readonly body: VersionBody
}

/** Oldest first; none while the persona was never edited. */
export async function listStoredVersions(
  db: ReadDb,
  personaId: PersonaId,
): Promise<StoredVersion[]> {
  const rows = await db
    .selectFrom('persona_version')
    .selectAll()
    .where('persona_id', '=', personaId)
    .orderBy('version')
    .execute()
  return rows.map(({ version, valid_from: validFrom, body }) => ({
    version,
    validFrom,
    body: JSON.parse(body) as VersionBody,
  }))
}

export async function insertVersions(
  trx: WriteDb,
  personaId: PersonaId,
  versions: readonly StoredVersion[],
): Promise<void> {
  const rows = versions.map(({ version, validFrom, body }) => ({
    persona_id: personaId,
    version,
    valid_from: validFrom,
    body: JSON.stringify(body),
  }))
  await trx.insertInto('persona_version').values(rows).execute()
}

/** Those of the personas that were edited, or copied from another. */
export async function listEdited(db: ReadDb, ids: readonly PersonaId[]): Promise<PersonaId[]> {
  const rows = await db
    .selectFrom('persona_version')
    .select('persona_id')
    .distinct()
    .where(sql<boolean>`persona_id in (select value from json_each(${JSON.stringify(ids)}))`)
    .execute()
  return rows.map(({ persona_id }) => persona_id as PersonaId)
}
