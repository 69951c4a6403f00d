import type { RunId, StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { Run } from '../../../shared/contract/runs.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { getStudy } from './create-study.ts'
import { findRun, listRunPage } from './runs.repo.ts'

type Page = { limit: number; cursor?: string | undefined }

/** @throws EngineError `not_found`, also when its study is in the trash */
export async function getRun(db: ReadDb, tenantId: TenantId, runId: RunId): Promise<Run> {
  const run = await findRun(db, tenantId, runId)
  if (!run) throw new EngineError('not_found', `No run ${runId}`)
  return run
}

/** All runs of the tenant, newest first. */
export function listRuns(db: ReadDb, tenantId: TenantId, page: Page) {
  return listRunPage(db, tenantId, page)
}

/** Runs of one study, newest first. @throws EngineError `not_found` */
export async function listStudyRuns(db: ReadDb, tenantId: TenantId, studyId: StudyId, page: Page) {
  await getStudy(db, tenantId, studyId)
  return listRunPage(db, tenantId, { ...page, studyId })
}
