import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { toPersona } from './persona-row.ts'
import { countPersonaRows, findPersona, findPersonaRows, listAfter } from './personas.repo.ts'

/** Rows read and parsed between two turns of the event loop: about 5 ms. */
const BATCH = 250

/** @throws EngineError `not_found` when there is none, or it is in the trash */
export async function getPersona(db: ReadDb, tenantId: TenantId, id: PersonaId): Promise<Persona> {
  const persona = await findPersona(db, tenantId, id)
  if (!persona) throw personaNotFound(id)
  return persona
}

export function personaNotFound(id: PersonaId): EngineError {
  return new EngineError('not_found', `No persona ${id}`)
}

/** Personas by id. Ids that do not exist, or are in the trash, are absent from the map. */
export async function findPersonas(
  db: ReadDb,
  tenantId: TenantId,
  ids: readonly PersonaId[],
): Promise<ReadonlyMap<PersonaId, Persona>> {
  const found = new Map<PersonaId, Persona>()
  for (let i = 0; i < ids.length; i += BATCH) {
    if (i > 0) await setImmediate()
    const personas = await findPersonaRows(db, tenantId, ids.slice(i, i + BATCH))
    for (const persona of personas) found.set(persona.id, persona)
  }
  return found
}

/** Every persona, in order of creation. */
export async function listAllPersonas(db: ReadDb, tenantId: TenantId): Promise<Persona[]> {
  const all: Persona[] = []
  for await (const batch of eachPersona(db, tenantId)) all.push(...batch)
  return all
}

/** Every persona in order of creation, a batch at a time, with the event loop free in between. */
export async function* eachPersona(db: ReadDb, tenantId: TenantId): AsyncGenerator<Persona[]> {
  let after: { createdAt: number; row: number } | undefined
  while (true) {
    const rows = await listAfter(db, tenantId, after, BATCH)
    if (rows.length > 0) yield rows.map(toPersona)
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = { createdAt: last.created_at, row: last.row }
    await setImmediate()
  }
}

export async function countPersonas(db: ReadDb, tenantId: TenantId): Promise<number> {
  return countPersonaRows(db, tenantId)
}
