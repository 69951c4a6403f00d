import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona, UpdatePersonaRequest } from '../../../shared/contract/personas.ts'
import type { WriteDb } from '../db/schema.ts'
import type { UsageLog } from '../tenancy/limits.ts'
import { getPersona, personaNotFound } from './find-personas.ts'
import { updatePersonaRow } from './personas.repo.ts'

export type UpdateDeps = { db: WriteDb; usage: UsageLog; now: () => number }

/**
 * Corrects identity or summary; what was generated from the seed stays, the persona key too. Given
 * attributes replace all attributes.
 *
 * @returns the persona and the names of the fields that have another value than before
 */
export async function updatePersona(
  deps: UpdateDeps,
  tenantId: TenantId,
  id: PersonaId,
  change: UpdatePersonaRequest,
): Promise<{ persona: Persona; fields: string[] }> {
  const before = await getPersona(deps.db, tenantId, id)
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Persona>
  const fields = (Object.keys(given) as (keyof Persona)[]).filter(
    (field) => JSON.stringify(given[field]) !== JSON.stringify(before[field]),
  )
  if (fields.length === 0) return { persona: before, fields }
  const updatedAt = new Date(deps.now()).toISOString()
  const persona: Persona = { ...before, ...given, updatedAt }
  if (!(await updatePersonaRow(deps.db, persona))) throw personaNotFound(id)
  deps.usage.record(tenantId, 'persona_update', { personaId: id, fields })
  return { persona, fields }
}
