import { randomUUID } from 'node:crypto'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { WriteDb } from '../db/schema.ts'
import { copyTimeline } from '../memory/copy-timeline.ts'
import type { Limits, UsageLog } from '../tenancy/limits.ts'
import { getPersona } from './find-personas.ts'
import { copyVersions } from './keep-version.ts'
import { insertPersonas } from './personas.repo.ts'

export type ForkDeps = { db: WriteDb; limits: Limits; usage: UsageLog; now: () => number }

/**
 * The same person a second time, with the whole timeline, to live on differently. The persona key is
 * kept: until their memories differ, both answer alike.
 */
export async function forkPersona(
  { db, limits, usage, now }: ForkDeps,
  tenantId: TenantId,
  id: PersonaId,
): Promise<Persona> {
  await getPersona(db, tenantId, id)
  await limits.requireRoom(tenantId, 'personas', 1)
  const fork = await db.transaction().execute(async (trx) => {
    const original = await getPersona(trx, tenantId, id)
    const timestamp = new Date(now()).toISOString()
    const copy: Persona = {
      ...original,
      id: randomUUID() as PersonaId,
      createdAt: timestamp,
      updatedAt: timestamp,
    }
    await insertPersonas(trx, [copy])
    await copyVersions(trx, original, copy.id)
    await copyTimeline(trx, { tenantId, from: id, to: copy.id })
    return copy
  })
  const { createdAt: timestamp } = fork
  usage.record(tenantId, 'persona_create', { tenant: tenantId, forkOf: id, timestamp })
  return fork
}
