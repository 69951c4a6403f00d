import { CohortSeparation, type SeparationJob } from '../../../shared/contract/cohort-analysis.ts'
import type { CohortId, JobId, TenantId } from '../../../shared/contract/ids.ts'
import { getStored } from '../cohorts/cohorts.ts'
import { EngineError } from '../errors.ts'
import type { Job } from '../jobs/job-queue.ts'
import { toIso } from '../memory/instant.ts'
import { definitionsToday } from './find-separations.ts'
import type { SeparationDeps, SeparationProgress } from './separate-cohorts.ts'
import { SEPARATION_KIND, Work } from './separation-work.ts'

const LISTED = 200

/** @throws EngineError `not_found` */
export async function getSeparation(
  deps: Pick<SeparationDeps, 'db' | 'jobs'>,
  progress: SeparationProgress,
  tenantId: TenantId,
  { cohortId, jobId }: { cohortId: CohortId; jobId: JobId },
): Promise<SeparationJob> {
  const job = await deps.jobs.find(tenantId, jobId)
  if (job?.kind !== SEPARATION_KIND || Work.parse(job.payload).cohortId !== cohortId)
    throw new EngineError('not_found', `No separation ${jobId} of cohort ${cohortId}`)
  return toSeparation(deps, progress, job)
}

/** The latest of a cohort, newest first. @throws EngineError `not_found` */
export async function listSeparations(
  deps: Pick<SeparationDeps, 'db' | 'jobs'>,
  progress: SeparationProgress,
  tenantId: TenantId,
  cohortId: CohortId,
): Promise<SeparationJob[]> {
  await getStored(deps, tenantId, cohortId)
  const jobs = await deps.jobs.list(tenantId, SEPARATION_KIND, LISTED)
  const own = jobs.filter(({ payload }) => Work.parse(payload).cohortId === cohortId)
  return Promise.all(own.map((job) => toSeparation(deps, progress, job)))
}

/** One that is over already stays as it is. */
export async function cancelSeparation(
  deps: Pick<SeparationDeps, 'db' | 'jobs'>,
  progress: SeparationProgress,
  tenantId: TenantId,
  which: { cohortId: CohortId; jobId: JobId },
): Promise<SeparationJob> {
  // Asked first: the id may belong to a job of another kind.
  await getSeparation(deps, progress, tenantId, which)
  await deps.jobs.cancel(tenantId, which.jobId)
  return getSeparation(deps, progress, tenantId, which)
}

async function toSeparation(
  { db }: Pick<SeparationDeps, 'db'>,
  progress: SeparationProgress,
  job: Job,
): Promise<SeparationJob> {
  const work = Work.parse(job.payload)
  const result = job.status === 'succeeded' ? CohortSeparation.parse(job.result) : undefined
  const total = result ? result.asked[0] + result.asked[1] : work.people.flat().length
  return {
    jobId: job.id,
    status: job.status,
    cohortId: work.cohortId,
    neighbourId: work.neighbourId,
    neighbourName: work.names[1],
    skillId: work.skillId,
    skillVersionId: work.skillVersionId,
    skillName: work.skillName,
    createdAt: toIso(job.createdAt),
    isCurrent: await isCurrent(db, job.tenantId, work),
    progress: { done: result ? total : (progress.get(job.id) ?? 0), total },
    ...(result && { result }),
    ...(job.error && { error: job.error.message }),
  }
}

async function isCurrent(
  db: SeparationDeps['db'],
  tenantId: TenantId,
  { cohortId, neighbourId, definitions }: Work,
): Promise<boolean> {
  const today = await definitionsToday(db, tenantId, [cohortId, neighbourId])
  return today.every((hash, i) => hash === definitions[i])
}
