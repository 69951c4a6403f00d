import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona, PersonaVersion } from '../../../shared/contract/personas.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { toIso } from '../memory/instant.ts'
import { getPersona } from './find-personas.ts'
import { profilesOf } from './keep-version.ts'
import { bodyOf, changedFields, withBody } from './version-body.ts'
import { changePersona, type UpdateDeps } from './update-persona.ts'

/** Every profile the persona has had, newest first. */
export async function listPersonaVersions(
  db: ReadDb,
  tenantId: TenantId,
  id: PersonaId,
): Promise<PersonaVersion[]> {
  const persona = await getPersona(db, tenantId, id)
  const versions = await profilesOf(db, persona)
  return versions
    .map(({ version, validFrom, body }, i) => ({
      version,
      validFrom: toIso(validFrom),
      isCurrent: i === versions.length - 1,
      changed: i === 0 ? [] : changedFields(versions[i - 1]!.body, body),
      persona: withBody(persona, body, validFrom),
    }))
    .reverse()
}

/** @throws EngineError `not_found` */
export async function getPersonaVersion(
  db: ReadDb,
  tenantId: TenantId,
  id: PersonaId,
  version: number,
): Promise<PersonaVersion> {
  const versions = await listPersonaVersions(db, tenantId, id)
  const found = versions.find((one) => one.version === version)
  if (!found) throw new EngineError('not_found', `Persona ${id} has no version ${version}`)
  return found
}

/** The profile of an earlier version, as a new one. Nothing happens where it is the same. */
export async function restorePersonaVersion(
  deps: UpdateDeps,
  tenantId: TenantId,
  id: PersonaId,
  version: number,
): Promise<Persona> {
  const { persona: wanted } = await getPersonaVersion(deps.db, tenantId, id, version)
  const { persona } = await changePersona(deps, tenantId, id, () => bodyOf(wanted))
  return persona
}
