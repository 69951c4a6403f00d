import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import type { Limits, UsageLog } from '../tenancy/limits.ts'
import { getPersona, personaNotFound } from './find-personas.ts'
import { setPersonaDeleted } from './personas.repo.ts'

export type TrashDeps = { db: WriteDb; usage: UsageLog; limits: Limits; now: () => number }

/** Into the trash: its timeline stays and comes back with it. */
export async function removePersona(
  { db, usage, now }: Omit<TrashDeps, 'limits'>,
  tenantId: TenantId,
  id: PersonaId,
): Promise<Persona> {
  const persona = await getPersona(db, tenantId, id)
  const at = now()
  const removed = await setPersonaDeleted(db, tenantId, id, { deletedAt: at, now: at })
  if (!removed) throw personaNotFound(id)
  usage.record(tenantId, 'persona_delete', { personaId: id, tenant: tenantId })
  return persona
}

/** @throws EngineError `not_found` when it is not in the trash */
export async function restorePersona(
  { db, limits, now }: TrashDeps,
  tenantId: TenantId,
  id: PersonaId,
): Promise<Persona> {
  await limits.requireRoom(tenantId, 'personas', 1)
  const restored = await setPersonaDeleted(db, tenantId, id, { deletedAt: null, now: now() })
  if (!restored) throw new EngineError('not_found', `No persona ${id} in the trash`)
  return getPersona(db, tenantId, id)
}
