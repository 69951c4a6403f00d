import type { StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { Study } from '../../../shared/contract/studies.ts'
import { EngineError } from '../errors.ts'
import { getStudy, type StudyDeps } from './create-study.ts'
import { setStudyDeleted } from './studies.repo.ts'

type TrashDeps = Pick<StudyDeps, 'db' | 'now'>

/**
 * Moves a study with its runs into the trash.
 *
 * @throws EngineError `conflict` while one of its runs is open, `not_found`
 */
export async function removeStudy(
  { db, now }: TrashDeps,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<Study> {
  const study = await getStudy(db, tenantId, studyId)
  const open = await db
    .selectFrom('run')
    .where('study_id', '=', studyId)
    .where('status', 'in', ['queued', 'running', 'paused'])
    .select(['number', 'status'])
    .executeTakeFirst()
  if (open) {
    const message = `Run ${open.number} of this study is ${open.status}; cancel it first`
    throw new EngineError('conflict', message)
  }
  await setStudyDeleted(db, tenantId, studyId, { deletedAt: now(), now: now() })
  return study
}

/** @throws EngineError `not_found` when there is no such study in the trash */
export async function restoreStudy(
  { db, now }: TrashDeps,
  tenantId: TenantId,
  studyId: StudyId,
): Promise<Study> {
  const isBack = await setStudyDeleted(db, tenantId, studyId, { deletedAt: null, now: now() })
  if (!isBack) throw new EngineError('not_found', `No study ${studyId} in the trash`)
  return getStudy(db, tenantId, studyId)
}
