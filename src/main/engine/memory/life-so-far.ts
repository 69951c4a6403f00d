import { sql, type SqlBool } from 'kysely'
import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { ToldCircumstances } from '../domain/personas/persona-at.ts'
import type { Horizon } from '../domain/memory/existing-rows.ts'
import { isVisible } from './memory.repo.ts'

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
 * What the visible memories have on record of where the persona lived and what it did, oldest
 * event first. What it is ashamed of, or keeps from itself, says nothing.
 */
export async function listLifeSoFar(
  db: ReadDb,
  personaId: PersonaId,
  horizon: Horizon,
): Promise<ToldCircumstances[]> {
  const rows = await db
    .selectFrom('timeline_entry as e')
    .select(['e.event_at', 'e.metadata'])
    .where('e.persona_id', '=', personaId)
    .where(sql<SqlBool>`e.memory_type not in ('shame', 'repressed')`)
    .where(sql<SqlBool>`e.metadata ->> 'kind' is not null`)
    .where(isVisible(horizon))
    .orderBy('e.event_at')
    .orderBy('e.sequence')
    .execute()
  return rows.map(({ event_at: at, metadata }) => ({ at, metadata: JSON.parse(metadata) }))
}
