import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { JobId, TenantId } from '../../../shared/contract/ids.ts'
import {
  PromptAnswer,
  StreamPromptRequest,
  type PromptAccepted,
  type PromptJob,
} from '../../../shared/contract/prompts.ts'
import { EngineError } from '../errors.ts'
import type { Job, JobQueue } from '../jobs/job-queue.ts'
import { checkPrompt, promptPersona, type PromptDeps } from './prompt.ts'

const KIND = 'prompt'

export type PromptJobDeps = PromptDeps & {
  readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'find' | 'cancel'>
}

/** Teaches the queue to answer prompts; called once, before it starts. */
export function registerPromptJobs(deps: PromptJobDeps): void {
  deps.jobs.register(KIND, async (job, { signal, complete }) => {
    const request = StreamPromptRequest.parse(job.payload)
    await promptPersona(deps, job.tenantId, request, { signal, commit: complete })
  })
}

/** Accepts a prompt that is answered later. What can be refused at once is. */
export async function enqueuePrompt(
  deps: PromptJobDeps,
  tenantId: TenantId,
  request: StreamPromptRequest,
): Promise<z.infer<typeof PromptAccepted>> {
  await checkPrompt(deps, tenantId, request)
  const job = await deps.jobs.enqueue(tenantId, KIND, randomUUID(), request)
  return { jobId: job.id, status: job.status }
}

export async function getPromptJob(
  deps: PromptJobDeps,
  tenantId: TenantId,
  jobId: JobId,
): Promise<PromptJob> {
  return toPromptJob(jobId, await deps.jobs.find(tenantId, jobId))
}

/** A job that is over already stays as it is. */
export async function cancelPromptJob(
  deps: PromptJobDeps,
  tenantId: TenantId,
  jobId: JobId,
): Promise<PromptJob> {
  // Asked first: the id may belong to a job of another kind.
  await getPromptJob(deps, tenantId, jobId)
  return toPromptJob(jobId, await deps.jobs.cancel(tenantId, jobId))
}

function toPromptJob(jobId: JobId, job: Job | undefined): PromptJob {
  if (job?.kind !== KIND) throw new EngineError('not_found', `No prompt job ${jobId}`)
  return {
    jobId,
    status: job.status,
    ...(job.status === 'succeeded' ? { result: PromptAnswer.parse(job.result) } : {}),
    ...(job.error ? { error: job.error.message } : {}),
  }
}
