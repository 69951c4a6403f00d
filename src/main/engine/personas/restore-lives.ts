import type { TenantId } from '../../../shared/contract/ids.ts'
import type { Persona, PersonaSeed } from '../../../shared/contract/personas.ts'
import type { FileLife } from '../../../shared/contract/study-file.ts'
import { toIso } from '../memory/instant.ts'
import { prepareMemories, restoreMemories } from '../memory/restore-memories.ts'
import type { CreateDeps } from './create-personas.ts'
import { insertPersonas } from './personas.repo.ts'
import { insertVersions } from './versions.repo.ts'
import { newPersona } from './prepare-personas.ts'

export type ToldPerson = {
  readonly seed: PersonaSeed
  readonly randomSeed: number
  /** Milliseconds. */
  readonly describedAt: number
  readonly life: FileLife
}

/**
 * A person as a study file tells of them, with every profile and memory they had.
 *
 * @throws EngineError `usage_limit_exceeded` before anything is stored
 */
export async function restoreLife(
  deps: CreateDeps,
  tenantId: TenantId,
  told: ToldPerson,
  signal?: AbortSignal,
): Promise<Persona> {
  const { db, limits, usage, now } = deps
  const { memories, versions = [] } = told.life
  await limits.requireRoom(tenantId, 'personas', 1)
  await limits.requireRoom(tenantId, 'timelineEntries', memories.length)
  const persona = toPersona(told, tenantId)
  const owner = { tenantId, personaId: persona.id }
  const prepared = await prepareMemories(deps, owner, { memories, signal })
  await db.transaction().execute(async (trx) => {
    await insertPersonas(trx, [persona])
    const stored = versions.map(({ validFrom, body }, i) => ({
      version: i + 1,
      validFrom: Date.parse(validFrom),
      body,
    }))
    if (stored.length > 0) await insertVersions(trx, persona.id, stored)
    await restoreMemories(trx, owner, { memories, prepared, now: now() })
  })
  const timestamp = toIso(now())
  usage.record(tenantId, 'persona_create', { tenant: tenantId, seed: told.seed, timestamp })
  return { ...persona, timelineLength: memories.length }
}

function toPersona({ seed, randomSeed, describedAt, life }: ToldPerson, tenantId: TenantId) {
  const { personaKey, summary, profile, versions } = life
  const createdAt = toIso(describedAt)
  const updatedAt = versions?.at(-1)?.validFrom ?? createdAt
  return newPersona(tenantId, {
    seed,
    randomSeed,
    personaKey,
    summary,
    profile,
    createdAt,
    updatedAt,
  })
}
