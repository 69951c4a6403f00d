import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { findAllPersonaRows } from './personas.repo.ts'
import { withBody } from './version-body.ts'
import { listVersionsAt } from './versions.repo.ts'

/** Rows read and parsed between two turns of the event loop: about 5 ms. */
const BATCH = 250

/**
 * Personas by id as they were described at an instant, in the trash since or not: what a run was
 * put to does not change with what becomes of them. Ids that do not exist are absent.
 *
 * @param at  milliseconds; before the first description that one counts
 */
export async function findPersonasAt(
  db: ReadDb,
  tenantId: TenantId,
  ids: readonly PersonaId[],
  at: number,
): Promise<ReadonlyMap<PersonaId, Persona>> {
  const found = new Map<PersonaId, Persona>()
  for (let i = 0; i < ids.length; i += BATCH) {
    if (i > 0) await setImmediate()
    const batch = ids.slice(i, i + BATCH)
    const [personas, versions] = await Promise.all([
      findAllPersonaRows(db, tenantId, batch),
      listVersionsAt(db, batch, at),
    ])
    for (const persona of personas) {
      const then = versions.get(persona.id)
      found.set(persona.id, then ? withBody(persona, then.body, then.validFrom) : persona)
    }
  }
  return found
}
