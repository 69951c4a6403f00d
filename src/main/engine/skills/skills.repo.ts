import type { SkillId, SkillVersionId, TenantId } from '../../../shared/contract/ids.ts'
import { Skill, SkillBody } from '../../../shared/contract/skills.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

export type NewVersion = {
  id: SkillVersionId
  skillId: SkillId
  version: number
  body: SkillBody
  hash: string
  createdAt: number
}

export async function insertSkill(
  db: WriteDb,
  tenantId: TenantId,
  { skillId, body, createdAt }: NewVersion,
): Promise<void> {
  await db
    .insertInto('skill')
    .values({
      id: skillId,
      tenant_id: tenantId,
      name: body.name,
      created_at: createdAt,
      updated_at: createdAt,
      deleted_at: null,
    })
    .execute()
}

/** Appends a version; the skill takes its name. */
export async function insertVersion(db: WriteDb, version: NewVersion): Promise<void> {
  const { id, skillId, body, hash, createdAt } = version
  await db
    .insertInto('skill_version')
    .values({
      id,
      skill_id: skillId,
      version: version.version,
      body: JSON.stringify(body),
      hash,
      created_at: createdAt,
    })
    .execute()
  await db
    .updateTable('skill')
    .set({ name: body.name, updated_at: createdAt })
    .where('id', '=', skillId)
    .execute()
}

/** At its newest version. Undefined when there is none, or it is in the trash. */
export async function findSkill(
  db: ReadDb,
  tenantId: TenantId,
  skillId: SkillId,
): Promise<{ skill: Skill; hash: string } | undefined> {
  const row = await newestVersions(db, tenantId).where('skill.id', '=', skillId).executeTakeFirst()
  return row && { skill: fromRow(row), hash: row.hash }
}

/** Newest first. */
export async function listSkillPage(
  db: ReadDb,
  tenantId: TenantId,
  page: PageOf,
): Promise<{ skills: Skill[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await newestFirst(newestVersions(db, tenantId), 'skill', page)
  return { skills: rows.map(fromRow), nextCursor }
}

export async function listVersionRows(
  db: ReadDb,
  tenantId: TenantId,
  skillId: SkillId,
): Promise<Skill[]> {
  const rows = await versions(db, tenantId)
    .where('skill.id', '=', skillId)
    .orderBy('skill_version.version', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** One version of a skill that is not in the trash, with its hash. */
export async function findVersion(
  db: ReadDb,
  tenantId: TenantId,
  { skillId, versionId }: { skillId: SkillId; versionId: SkillVersionId },
): Promise<{ skill: Skill; hash: string } | undefined> {
  const row = await versions(db, tenantId)
    .where('skill.deleted_at', 'is', null)
    .where('skill.id', '=', skillId)
    .where('skill_version.id', '=', versionId)
    .executeTakeFirst()
  return row && { skill: fromRow(row), hash: row.hash }
}

function newestVersions(db: ReadDb, tenantId: TenantId) {
  return versions(db, tenantId)
    .where('skill.deleted_at', 'is', null)
    .where('skill_version.version', '=', (eb) =>
      eb
        .selectFrom('skill_version as other')
        .whereRef('other.skill_id', '=', 'skill.id')
        .select(({ fn }) => fn.max('other.version').as('newest')),
    )
}

function versions(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('skill')
    .innerJoin('skill_version', 'skill_version.skill_id', 'skill.id')
    .where('skill.tenant_id', '=', tenantId)
    .select([
      'skill.id',
      'skill.tenant_id',
      'skill.created_at',
      'skill_version.created_at as version_created_at',
      'skill_version.id as version_id',
      'skill_version.version',
      'skill_version.body',
      'skill_version.hash',
    ])
}

type Row = {
  id: string
  tenant_id: string
  created_at: number
  version_created_at: number
  version_id: string
  version: number
  body: string
}

function fromRow(row: Row): Skill {
  return Skill.parse({
    ...SkillBody.parse(JSON.parse(row.body)),
    id: row.id,
    tenantId: row.tenant_id,
    versionId: row.version_id,
    version: row.version,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.version_created_at).toISOString(),
  })
}
