import { sql, type SqlBool } from 'kysely'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { isVisible, type Horizon } from './memory.repo.ts'

type Metadata = Readonly<Record<string, unknown>>

/** Milliseconds; undefined where the timeline does not begin with a birth. */
export async function findBirth(db: ReadDb, personaId: PersonaId): Promise<number | undefined> {
  const row = await db
    .selectFrom('timeline_entry')
    .select('event_at')
    .where('persona_id', '=', personaId)
    .where('sequence', '=', 1)
    .where(sql<SqlBool>`metadata ->> 'kind' = 'birth'`)
    .executeTakeFirst()
  return row?.event_at
}

/**
 * Metadata of the visible memories that may say where the persona lived and what it did, oldest
 * event first. What it is ashamed of, or keeps from itself, says nothing.
 */
export async function listLifeSoFar(
  db: ReadDb,
  personaId: PersonaId,
  horizon: Horizon,
): Promise<Metadata[]> {
  const rows = await db
    .selectFrom('timeline_entry as e')
    .select('e.metadata')
    .where('e.persona_id', '=', personaId)
    .where(sql<SqlBool>`e.memory_type not in ('shame', 'repressed')`)
    .where(sql<SqlBool>`e.metadata ->> 'kind' is not null`)
    .where(isVisible(horizon))
    .orderBy('e.event_at')
    .orderBy('e.sequence')
    .execute()
  return rows.map(({ metadata }) => JSON.parse(metadata) as Metadata)
}
