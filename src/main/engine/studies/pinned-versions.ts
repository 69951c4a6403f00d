import type {
  CohortId,
  PersonaId,
  PopulationId,
  PopulationVersionId,
  SkillId,
  SkillVersionId,
  TenantId,
} from '../../../shared/contract/ids.ts'
import { PopulationBody } from '../../../shared/contract/populations.ts'
import { SkillBody } from '../../../shared/contract/skills.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'

export type PinnedSkill = { id: SkillVersionId; version: number; hash: string; body: SkillBody }
export type PinnedPopulation = {
  id: PopulationVersionId
  version: number
  hash: string
  /** Members. */
  size: number
}

/** @throws EngineError `not_found` */
export async function getNewestSkill(
  db: ReadDb,
  tenantId: TenantId,
  skillId: SkillId,
): Promise<PinnedSkill> {
  const row = await selectSkillVersions(db, tenantId)
    .where('skill.id', '=', skillId)
    .where('skill.deleted_at', 'is', null)
    .orderBy('skill_version.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new EngineError('not_found', `No skill ${skillId}`)
  return toSkill(row)
}

/** A saved version, also of a skill in the trash. @throws EngineError `not_found` */
export async function getPinnedSkill(
  db: ReadDb,
  tenantId: TenantId,
  versionId: SkillVersionId,
): Promise<PinnedSkill> {
  const row = await selectSkillVersions(db, tenantId)
    .where('skill_version.id', '=', versionId)
    .executeTakeFirst()
  if (!row) throw new EngineError('not_found', `No skill version ${versionId}`)
  return toSkill(row)
}

/** Id of the newest frozen version. @throws EngineError `not_found` */
export async function getNewestPopulationId(
  db: ReadDb,
  tenantId: TenantId,
  populationId: PopulationId,
): Promise<PopulationVersionId> {
  const row = await db
    .selectFrom('population_version')
    .innerJoin('population', 'population.id', 'population_version.population_id')
    .where('population.tenant_id', '=', tenantId)
    .where('population.id', '=', populationId)
    .where('population.deleted_at', 'is', null)
    .orderBy('population_version.version', 'desc')
    .select('population_version.id')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new EngineError('not_found', `No population ${populationId}`)
  return row.id as PopulationVersionId
}

/** A frozen version, also of a population in the trash. @throws EngineError `not_found` */
export async function getPinnedPopulation(
  db: ReadDb,
  tenantId: TenantId,
  versionId: PopulationVersionId,
): Promise<PinnedPopulation> {
  const row = await db
    .selectFrom('population_version')
    .innerJoin('population', 'population.id', 'population_version.population_id')
    .where('population.tenant_id', '=', tenantId)
    .where('population_version.id', '=', versionId)
    .select(['population_version.version', 'population_version.hash', 'population_version.size'])
    .executeTakeFirst()
  if (!row) throw new EngineError('not_found', `No population version ${versionId}`)
  return { ...row, id: versionId }
}

export type PinnedPanel = {
  readonly body: PopulationBody
  /** Cohort that each member counts in. */
  readonly cohortOf: ReadonlyMap<PersonaId, CohortId>
}

/** Definition and members of a frozen version, also of a population in the trash. @throws EngineError `not_found` */
export async function getPinnedPanel(
  db: ReadDb,
  tenantId: TenantId,
  versionId: PopulationVersionId,
): Promise<PinnedPanel> {
  const body = await getPinnedBody(db, tenantId, versionId)
  const members = await db
    .selectFrom('population_member')
    .where('population_version_id', '=', versionId)
    .select(['persona_id', 'cohort_id'])
    .execute()
  return {
    body,
    cohortOf: new Map(
      members.map((one) => [one.persona_id as PersonaId, one.cohort_id as CohortId]),
    ),
  }
}

/** Definition of a frozen version, its cohorts in order. @throws EngineError `not_found` */
export async function getPinnedBody(
  db: ReadDb,
  tenantId: TenantId,
  versionId: PopulationVersionId,
): Promise<PopulationBody> {
  const version = await db
    .selectFrom('population_version')
    .innerJoin('population', 'population.id', 'population_version.population_id')
    .where('population.tenant_id', '=', tenantId)
    .where('population_version.id', '=', versionId)
    .select('population_version.body')
    .executeTakeFirst()
  if (!version) throw new EngineError('not_found', `No population version ${versionId}`)
  return PopulationBody.parse(JSON.parse(version.body))
}

function selectSkillVersions(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('skill_version')
    .innerJoin('skill', 'skill.id', 'skill_version.skill_id')
    .where('skill.tenant_id', '=', tenantId)
    .select([
      'skill_version.id',
      'skill_version.version',
      'skill_version.hash',
      'skill_version.body',
    ])
}

type SkillRow = { id: string; version: number; hash: string; body: string }

function toSkill(row: SkillRow): PinnedSkill {
  return {
    id: row.id as SkillVersionId,
    version: row.version,
    hash: row.hash,
    body: SkillBody.parse(JSON.parse(row.body)),
  }
}
