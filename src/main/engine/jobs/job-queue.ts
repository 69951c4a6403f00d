import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import type { JobId, TenantId } from '../../../shared/contract/ids.ts'
import type { WriteDb } from '../db/schema.ts'
import { MAX_ATTEMPTS, retryDelayMs } from '../domain/jobs/retry.ts'
import { EngineError, isAbort } from '../errors.ts'
import {
  cancelJob,
  claimJob,
  findJob,
  findNextDue,
  finishJob,
  insertJob,
  listJobs,
  recoverJobs,
  requeueJob,
  type Job,
  type JobError,
} from './jobs.repo.ts'

export { listJobs, type Job } from './jobs.repo.ts'

/** What trying again may cure. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rate_limited',
  'model_failed',
  'model_timeout',
  'unavailable',
])
const CONCURRENCY = 4
/** Longest sleep, ms: nobody tells the queue that the clock was set. */
const MAX_SLEEP_MS = 30_000

type JobContext = {
  /** Aborted when the job is cancelled or the queue stops. */
  readonly signal: AbortSignal
  /**
   * Stores the job's outcome and what `write` stores in one transaction: both or neither. What it
   * returns becomes the job's result.
   *
   * @throws AbortError when the job was cancelled meanwhile; nothing is stored then
   */
  complete(write: (trx: WriteDb) => Promise<unknown>): Promise<void>
}
export type JobHandler = (job: Job, context: JobContext) => Promise<void>

export type JobQueueDeps = {
  readonly db: WriteDb
  readonly now: () => number
  /** Names this process among those that worked on the queue. */
  readonly owner: string
  readonly logError: (error: unknown) => void
  readonly concurrency?: number
}

export type JobQueue = {
  register(kind: string, handler: JobHandler): void
  /** The same unit twice is one job. @param unitKey  deterministic where work must not be doubled */
  enqueue(
    tenantId: TenantId,
    kind: string,
    unitKey: string,
    payload: unknown,
    /** Stored with what else this transaction stores. */
    trx?: WriteDb,
  ): Promise<Job>
  find(tenantId: TenantId, id: JobId): Promise<Job | undefined>
  /** The latest of a kind, newest first. */
  list(tenantId: TenantId, kind: string, limit: number): Promise<Job[]>
  /** Stops it if it is not over. @returns the job as it is now, or undefined where there is none */
  cancel(tenantId: TenantId, id: JobId): Promise<Job | undefined>
  /** Takes up what an earlier process left; call once all kinds are registered. */
  start(): Promise<void>
  /** What runs goes back into the queue. */
  stop(): Promise<void>
}

/**
 * Durable work as rows in SQLite. The workspace has one owner process, so that whatever is marked
 * as running when the queue starts was left behind.
 */
export function createJobQueue(deps: JobQueueDeps): JobQueue {
  const { db, now, owner } = deps
  const handlers = new Map<string, JobHandler>()
  const running = new Map<JobId, { abort: AbortController; done: Promise<void> }>()
  let started = false
  let timer: NodeJS.Timeout | undefined
  let pumping: Promise<void> = Promise.resolve()

  /** Claims what is due, one claim at a time, then sleeps until the next job is. */
  function wake(): void {
    if (!started) return
    clearTimeout(timer)
    pumping = pumping.then(pump).catch(deps.logError)
  }

  function hasRoom(): boolean {
    return started && running.size < (deps.concurrency ?? CONCURRENCY)
  }

  async function pump(): Promise<void> {
    const kinds = [...handlers.keys()]
    while (hasRoom()) {
      const job = await claimJob(db, kinds, owner, now())
      if (!job) break
      begin(job)
    }
    // Whatever ends next wakes the queue again.
    if (!hasRoom()) return
    const due = await findNextDue(db, kinds)
    if (!started || due === undefined) return
    clearTimeout(timer)
    timer = setTimeout(wake, Math.min(MAX_SLEEP_MS, Math.max(10, due - now())))
    timer.unref()
  }

  function begin(job: Job): void {
    const abort = new AbortController()
    const done = run(job, abort.signal)
      .catch(deps.logError)
      .finally(() => {
        running.delete(job.id)
        wake()
      })
    running.set(job.id, { abort, done })
  }

  async function run(job: Job, signal: AbortSignal): Promise<void> {
    let completed = false
    const complete: JobContext['complete'] = async (write) => {
      await db.transaction().execute(async (trx) => {
        signal.throwIfAborted()
        const result = await write(trx)
        const end = { status: 'succeeded' as const, result }
        if (!(await finishJob(trx, job.id, owner, end, now()))) {
          throw new DOMException('The job was cancelled', 'AbortError')
        }
      })
      completed = true
    }
    try {
      await handlers.get(job.kind)!(job, { signal, complete })
      if (!completed) await complete(async () => null)
    } catch (error) {
      // Committed is committed: what fails after it is a bug to log, not a reason to run again.
      if (completed) deps.logError(error)
      else await settle(job, error, signal)
    }
  }

  async function settle(job: Job, error: unknown, signal: AbortSignal): Promise<void> {
    if (isAbort(error) || signal.aborted) {
      // By stop(), for a cancelled job is nobody's any more: the attempt does not count.
      const again = { runAfter: now(), attempts: job.attempts - 1 }
      return requeueJob(db, job.id, owner, again, now())
    }
    if (error instanceof EngineError && passing.has(error.code) && job.attempts < MAX_ATTEMPTS) {
      const delay = retryDelayMs(job.unitKey, job.attempts, error.retryAfterSeconds)
      const again = { runAfter: now() + delay, attempts: job.attempts }
      return requeueJob(db, job.id, owner, again, now())
    }
    if (!(error instanceof EngineError)) deps.logError(error)
    const end = { status: 'failed' as const, error: toJobError(error) }
    await finishJob(db, job.id, owner, end, now())
  }

  return {
    register(kind, handler) {
      handlers.set(kind, handler)
    },
    async enqueue(tenantId, kind, unitKey, payload, trx = db) {
      const id = randomUUID() as JobId
      const job = await insertJob(trx, { id, tenantId, kind, unitKey, payload }, now())
      wake()
      return job
    },
    find: (tenantId, id) => findJob(db, tenantId, id),
    list: (tenantId, kind, limit) => listJobs(db, tenantId, { kind, limit }),
    async cancel(tenantId, id) {
      await cancelJob(db, tenantId, id, now())
      const job = await findJob(db, tenantId, id)
      if (job?.status === 'cancelled') running.get(id)?.abort.abort()
      return job
    },
    async start() {
      await recoverJobs(db, MAX_ATTEMPTS, now())
      started = true
      wake()
    },
    async stop() {
      started = false
      clearTimeout(timer)
      await pumping
      for (const { abort } of running.values()) abort.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}

function toJobError(error: unknown): JobError {
  if (error instanceof EngineError) return { code: error.code, message: error.message }
  return { code: 'internal', message: 'Something went wrong in the workbench' }
}
