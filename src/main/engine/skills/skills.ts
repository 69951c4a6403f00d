import { randomUUID } from 'node:crypto'
import { SkillId, SkillVersionId, type TenantId } from '../../../shared/contract/ids.ts'
import { SkillBody, type Skill, type UpdateSkillRequest } from '../../../shared/contract/skills.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { moveToTrash, takeFromTrash } from '../db/trash.ts'
import { sha256 } from '../domain/canonical-json.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import {
  findSkill,
  insertSkill,
  insertVersion,
  listSkillPage,
  listVersionRows,
} from './skills.repo.ts'

export type SkillDeps = { db: WriteDb; now: () => number }

export const listSkills = listSkillPage

export async function createSkill(
  { db, now }: SkillDeps,
  tenantId: TenantId,
  body: SkillBody,
): Promise<Skill> {
  const version = newVersion(SkillId.parse(randomUUID()), 1, body, now())
  await db.transaction().execute(async (trx) => {
    await insertSkill(trx, tenantId, version)
    await insertVersion(trx, version)
  })
  return getSkill(db, tenantId, version.skillId)
}

/** At its newest version. @throws EngineError `not_found`, also for one in the trash */
export async function getSkill(db: ReadDb, tenantId: TenantId, id: SkillId): Promise<Skill> {
  return (await getWithHash(db, tenantId, id)).skill
}

/** Saves a change as a new immutable version; what changes nothing makes none. */
export async function changeSkill(
  deps: SkillDeps,
  tenantId: TenantId,
  id: SkillId,
  change: UpdateSkillRequest,
): Promise<Skill> {
  const skill = await getSkill(deps.db, tenantId, id)
  const body = SkillBody.strip().safeParse({ ...skill, ...change })
  if (!body.success) throw invalidInput(body.error.issues)
  return saveVersion(deps, tenantId, { skillId: id, body: body.data })
}

/** Appends a version; none where the newest says the same already. */
export async function saveVersion(
  { db, now }: SkillDeps,
  tenantId: TenantId,
  { skillId, body }: { skillId: SkillId; body: SkillBody },
): Promise<Skill> {
  const { skill, hash } = await getWithHash(db, tenantId, skillId)
  const next = newVersion(skillId, skill.version + 1, body, now())
  if (next.hash === hash) return skill
  await db.transaction().execute((trx) => insertVersion(trx, next))
  return getSkill(db, tenantId, skillId)
}

/** Every version, newest first. @throws EngineError `not_found` */
export async function listSkillVersions(
  db: ReadDb,
  tenantId: TenantId,
  id: SkillId,
): Promise<Skill[]> {
  await getSkill(db, tenantId, id)
  return listVersionRows(db, tenantId, id)
}

/** Moves a skill to the trash; studies that pinned a version of it keep it. */
export async function removeSkill(
  { db, now }: SkillDeps,
  tenantId: TenantId,
  id: SkillId,
): Promise<Skill> {
  const skill = await getSkill(db, tenantId, id)
  await moveToTrash(db, { table: 'skill', tenantId, id }, now())
  return skill
}

/** @throws EngineError `not_found` when there is no such skill in the trash */
export async function restoreSkill(
  { db }: SkillDeps,
  tenantId: TenantId,
  id: SkillId,
): Promise<Skill> {
  await takeFromTrash(db, { table: 'skill', tenantId, id })
  return getSkill(db, tenantId, id)
}

async function getWithHash(db: ReadDb, tenantId: TenantId, id: SkillId) {
  const found = await findSkill(db, tenantId, id)
  if (!found) throw new EngineError('not_found', `No skill ${id}`)
  return found
}

function newVersion(skillId: SkillId, version: number, body: SkillBody, createdAt: number) {
  const id = SkillVersionId.parse(randomUUID())
  return { id, skillId, version, body, hash: sha256(body), createdAt }
}
