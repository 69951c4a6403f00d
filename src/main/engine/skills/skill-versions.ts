import type { SkillId, SkillVersionId, TenantId } from '../../../shared/contract/ids.ts'
import type { SkillDifferenceAnswer } from '../../../shared/contract/skill-difference.ts'
import { SkillBody, type Skill } from '../../../shared/contract/skills.ts'
import type { ReadDb } from '../db/schema.ts'
import { skillDifference } from '../domain/skills/difference/skill-difference.ts'
import { EngineError } from '../errors.ts'
import { findVersion } from './skills.repo.ts'
import { getSkill, listSkillVersions, saveVersion, type SkillDeps } from './skills.ts'

type Place = { readonly skillId: SkillId; readonly versionId: SkillVersionId }

/** @throws EngineError `not_found`, also when the skill is in the trash */
export async function getSkillVersion(
  db: ReadDb,
  tenantId: TenantId,
  place: Place,
): Promise<Skill> {
  const found = await findVersion(db, tenantId, place)
  if (found) return found.skill
  await getSkill(db, tenantId, place.skillId)
  throw new EngineError('not_found', `Skill ${place.skillId} has no version ${place.versionId}`)
}

/**
 * What changed from another version of the skill to this one; from the one before when none is
 * named, and nothing where there is none before.
 */
export async function compareVersions(
  db: ReadDb,
  tenantId: TenantId,
  { with: otherId, ...place }: Place & { readonly with?: SkillVersionId | undefined },
): Promise<SkillDifferenceAnswer> {
  const to = await getSkillVersion(db, tenantId, place)
  const from = otherId
    ? await getSkillVersion(db, tenantId, { ...place, versionId: otherId })
    : await versionBefore(db, tenantId, to)
  const changes = skillDifference(bodyOf(from), bodyOf(to))
  return { difference: { from: nameOf(from), to: nameOf(to), changes } }
}

/** Makes a new version that says what an older one did; the newest itself makes none. */
export async function restoreVersion(
  deps: SkillDeps,
  tenantId: TenantId,
  place: Place,
): Promise<Skill> {
  const version = await getSkillVersion(deps.db, tenantId, place)
  return saveVersion(deps, tenantId, { skillId: place.skillId, body: bodyOf(version) })
}

async function versionBefore(db: ReadDb, tenantId: TenantId, skill: Skill): Promise<Skill> {
  const versions = await listSkillVersions(db, tenantId, skill.id)
  return versions.find(({ version }) => version < skill.version) ?? skill
}

function bodyOf(skill: Skill): SkillBody {
  return SkillBody.strip().parse(skill)
}

function nameOf({ versionId, version }: Skill) {
  return { versionId, version }
}
