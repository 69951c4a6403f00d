import type { z } from 'zod'
import { SkillId, SkillVersionId, type JobId, type TenantId } from '../../../shared/contract/ids.ts'
import {
  CalibrateSkillRequest,
  SkillCalibration,
  type CalibrationJob,
} from '../../../shared/contract/skill-calibration.ts'
import { SkillBody } from '../../../shared/contract/skills.ts'
import type { ReadDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { listJobs, type Job, type JobQueue } from '../jobs/job-queue.ts'
import { toIso } from '../memory/instant.ts'
import { getSkill } from '../skills/skills.ts'

export const CALIBRATION_KIND = 'skill_calibration'
/** Everybody is asked so often: what somebody says the second time tells how sure it was. */
export const REPLICATES = 2
const LISTED = 100

/** Interviews held by the jobs that this process works on, by id. */
export type CalibrationProgress = Map<JobId, number>
type CalibrationsDeps = {
  readonly db: ReadDb
  readonly jobs: Pick<JobQueue, 'find' | 'cancel'>
}

/** What the job of a calibration works on, and for ever says what was calibrated. */
export const CalibrationWork = CalibrateSkillRequest.omit({ tenantId: true }).extend({
  skillId: SkillId,
  skillVersionId: SkillVersionId,
  body: SkillBody.strip(),
})
export type CalibrationWork = z.infer<typeof CalibrationWork>

/** @throws EngineError `not_found` */
export async function getCalibration(
  { jobs }: CalibrationsDeps,
  progress: CalibrationProgress,
  tenantId: TenantId,
  { skillId, jobId }: { skillId: SkillId; jobId: JobId },
): Promise<CalibrationJob> {
  const job = await jobs.find(tenantId, jobId)
  const found = job?.kind === CALIBRATION_KIND ? toCalibration(job, progress) : undefined
  if (found?.skillId !== skillId) throw new EngineError('not_found', `No calibration ${jobId}`)
  return found
}

/** The latest of a skill, newest first. @throws EngineError `not_found` */
export async function listCalibrations(
  { db }: Pick<CalibrationsDeps, 'db'>,
  progress: CalibrationProgress,
  tenantId: TenantId,
  skillId: SkillId,
): Promise<CalibrationJob[]> {
  await getSkill(db, tenantId, skillId)
  const found = await listJobs(db, tenantId, {
    kind: CALIBRATION_KIND,
    limit: LISTED,
    about: { skillId },
  })
  return found.map((job) => toCalibration(job, progress))
}

/** What the finished calibrations of a skill version found, newest first. */
export async function finishedCalibrations(
  db: ReadDb,
  tenantId: TenantId,
  skillVersionId: SkillVersionId,
): Promise<SkillCalibration[]> {
  const about = { skillVersionId }
  const jobs = await listJobs(db, tenantId, { kind: CALIBRATION_KIND, limit: LISTED, about })
  return jobs
    .filter(({ status }) => status === 'succeeded')
    .map(({ result }) => SkillCalibration.parse(result))
}

/** One that is over already stays as it is. */
export async function cancelCalibration(
  deps: CalibrationsDeps,
  progress: CalibrationProgress,
  tenantId: TenantId,
  which: { skillId: SkillId; jobId: JobId },
): Promise<CalibrationJob> {
  await getCalibration(deps, progress, tenantId, which)
  await deps.jobs.cancel(tenantId, which.jobId)
  return getCalibration(deps, progress, tenantId, which)
}

function toCalibration(job: Job, progress: CalibrationProgress): CalibrationJob {
  const work = CalibrationWork.parse(job.payload)
  const result = job.status === 'succeeded' ? SkillCalibration.parse(job.result) : undefined
  const total = (result?.personas.length ?? work.personas) * REPLICATES
  return {
    jobId: job.id,
    status: job.status,
    skillId: work.skillId,
    skillVersionId: work.skillVersionId,
    createdAt: toIso(job.createdAt),
    progress: { done: result ? total : (progress.get(job.id) ?? 0), total },
    ...(result && { result }),
    ...(job.error && { error: job.error.message }),
  }
}
