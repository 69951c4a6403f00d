import { randomUUID } from 'node:crypto'
import { StudyId, type TenantId } from '../../../shared/contract/ids.ts'
import {
  type CreateStudyRequest,
  type Study,
  StudyDesign,
} from '../../../shared/contract/studies.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { checkDesign } from '../domain/studies/check-design.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { getNewestPopulationId, getNewestSkill } from './pinned-versions.ts'
import { findStudy, insertStudy, listStudyPage } from './studies.repo.ts'

/** The model of that name, or undefined when none is configured under it. */
export type FindModel = (tenantId: TenantId, name: string) => Promise<ChatModel | undefined>

export type StudyDeps = { db: WriteDb; now: () => number; findModel: FindModel }

/**
 * Pins the newest saved versions of skill and population, and checks that the design fits them.
 *
 * @throws EngineError `not_found` for an unknown skill or population, `invalid_input` for a design
 *   that cannot be run with them
 */
export async function createStudy(
  deps: StudyDeps,
  tenantId: TenantId,
  request: CreateStudyRequest,
): Promise<Study> {
  const { db, now } = deps
  const skill = await getNewestSkill(db, tenantId, request.skillId)
  const populationVersionId = await getNewestPopulationId(db, tenantId, request.populationId)
  const design = StudyDesign.strip().parse(request)
  const details = checkDesign(design, skill.body)
  if (details.length > 0) {
    throw invalidInput(details.map((detail) => ({ ...detail, path: detail.path.split('.') })))
  }
  await requireModel(deps, tenantId, design.model)

  const id = StudyId.parse(randomUUID())
  const study = {
    id,
    tenantId,
    name: request.name,
    populationId: request.populationId,
    populationVersionId,
    skillId: request.skillId,
    skillVersionId: skill.id,
    design,
    createdAt: now(),
  }
  await db.transaction().execute((trx) => insertStudy(trx, study))
  return getStudy(db, tenantId, id)
}

/** @throws EngineError `not_found`, also for a study in the trash */
export async function getStudy(db: ReadDb, tenantId: TenantId, studyId: StudyId): Promise<Study> {
  const study = await findStudy(db, tenantId, studyId)
  if (!study) throw new EngineError('not_found', `No study ${studyId}`)
  return study
}

export const listStudies = listStudyPage

/** @throws EngineError `invalid_input` when no model of that name is configured */
export async function requireModel(
  { findModel }: Pick<StudyDeps, 'findModel'>,
  tenantId: TenantId,
  name: string,
): Promise<ChatModel> {
  const model = await findModel(tenantId, name)
  if (model) return model
  throw invalidInput([
    {
      path: ['model'],
      message: `must be "offline" or the name of a configured model, found "${name}"`,
    },
  ])
}
