import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona, UpdatePersonaRequest } from '../../../shared/contract/personas.ts'
import type { WriteDb } from '../db/schema.ts'
import type { UsageLog } from '../tenancy/limits.ts'
import { getPersona, personaNotFound } from './find-personas.ts'
import { keepVersion } from './keep-version.ts'
import { updatePersonaRow } from './personas.repo.ts'
import { bodyOf, changedFields, withBody, type VersionBody } from './version-body.ts'

export type UpdateDeps = { db: WriteDb; usage: UsageLog; now: () => number }

type Changed = { persona: Persona; fields: string[] }

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
): Promise<Changed> {
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<VersionBody>
  return changePersona(deps, tenantId, id, (before) => ({ ...before, ...given }))
}

/** Gives a persona another profile and keeps the one before. */
export async function changePersona(
  deps: UpdateDeps,
  tenantId: TenantId,
  id: PersonaId,
  edit: (before: VersionBody) => VersionBody,
): Promise<Changed> {
  const now = deps.now()
  const changed = await deps.db.transaction().execute(async (trx): Promise<Changed> => {
    const before = await getPersona(trx, tenantId, id)
    const body = edit(bodyOf(before))
    const fields = changedFields(bodyOf(before), body)
    if (fields.length === 0) return { persona: before, fields }
    const persona = withBody(before, body, now)
    await keepVersion(trx, before, body, now)
    if (!(await updatePersonaRow(trx, persona))) throw personaNotFound(id)
    return { persona, fields }
  })
  const { fields } = changed
  if (fields.length > 0) deps.usage.record(tenantId, 'persona_update', { personaId: id, fields })
  return changed
}
