import { sql } from 'kysely'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { PersonaVersionTable } from './personas.table.ts'
import type { VersionBody } from './version-body.ts'

type Row = Pick<PersonaVersionTable, 'version' | 'valid_from' | 'body'>

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
  return rows.map(toVersion)
}

function toVersion({ version, valid_from: validFrom, body }: Row): StoredVersion {
  return { version, validFrom, body: JSON.parse(body) as VersionBody }
}

/**
 * By persona, the version that counted at an instant, ms: of those that were edited or copied. Before
 * the first version that one counts.
 */
export async function listVersionsAt(
  db: ReadDb,
  ids: readonly PersonaId[],
  at: number,
): Promise<ReadonlyMap<PersonaId, StoredVersion>> {
  const rows = await db
    .selectFrom('persona_version')
    .selectAll()
    .where(sql<boolean>`persona_id in (select value from json_each(${JSON.stringify(ids)}))`)
    .where((is) =>
      is.or([
        is('valid_from', '<=', at),
        is('version', '=', (the) =>
          the
            .selectFrom('persona_version as first')
            .select(({ fn }) => fn.min('first.version').as('version'))
            .whereRef('first.persona_id', '=', 'persona_version.persona_id'),
        ),
      ]),
    )
    .orderBy('version')
    .execute()
  return new Map(rows.map((row) => [row.persona_id as PersonaId, toVersion(row)]))
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
