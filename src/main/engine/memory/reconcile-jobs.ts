import { randomUUID } from 'node:crypto'
import type { JobId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import {
  ReconcileReport,
  type ReconcileRequest,
  type ReconcileAccepted,
  type ReconcileJob,
  type ReconcileQuery,
  type ReconcileReason,
} from '../../../shared/contract/reconcile.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { EngineError } from '../errors.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { getPersona } from '../personas/find-personas.ts'
import type { UsageLog } from '../tenancy/limits.ts'
import { toIso } from './instant.ts'
import type { ReconcileDeps } from './reconcile-step.ts'
import {
  findReconcileJobs,
  RECONCILE,
  type ReconcileJobRow,
  type ReconcileWork,
} from './reconcile.repo.ts'
import { requireNoRun } from './renumber.ts'

export type ReconcileJobsDeps = ReconcileDeps & {
  readonly usage: UsageLog
  readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'cancel'>
}

export type Reconciler = {
  /**
   * Starts a job, or joins the one that does the same already.
   *
   * @param personaId  null: every persona
   * @throws EngineError `conflict` while another job is at the same timelines, or when numbers are
   *   to be changed under a run
   */
  start(
    tenantId: TenantId,
    personaId: PersonaId | null,
    work: StartWork,
  ): Promise<ReconcileAccepted>
  get(tenantId: TenantId, jobId: JobId): Promise<ReconcileJob>
  list(tenantId: TenantId, query: ReconcileQuery): Promise<ReconcileJob[]>
  /** A job that is over already stays as it is; what is repaired stays repaired. */
  cancel(tenantId: TenantId, jobId: JobId): Promise<ReconcileJob>
}

type StartWork = { readonly reason: ReconcileReason; readonly options: ReconcileRequest }

const ALL_OPEN = 200

export function createReconciler(deps: ReconcileJobsDeps): Reconciler {
  let starting: Promise<unknown> = Promise.resolve()

  async function start(tenantId: TenantId, work: ReconcileWork): Promise<ReconcileAccepted> {
    const open = await findReconcileJobs(deps.db, tenantId, { open: true, limit: ALL_OPEN })
    const other = open.find(({ personaId }) => overlaps(personaId, work.personaId))
    if (other && doesTheSame(other, work)) return { jobId: other.jobId, status: other.status }
    if (other && work.reason === 'asked') throw alreadyAt(other)
    const job = await deps.jobs.enqueue(tenantId, RECONCILE, randomUUID(), work)
    const { personaId, reason, options } = work
    const data = { jobId: job.id, personaId, reason, ...options }
    deps.usage.record(tenantId, 'timeline_reconcile_job', data)
    return { jobId: job.id, status: job.status }
  }

  async function get(tenantId: TenantId, jobId: JobId): Promise<ReconcileJob> {
    const [row] = await findReconcileJobs(deps.db, tenantId, { jobId, limit: 1 })
    if (!row) throw new EngineError('not_found', `No reconcile job ${jobId}`)
    return toReconcileJob(row)
  }

  return {
    async start(tenantId, personaId, { reason, options }) {
      if (personaId !== null) await getPersona(deps.db, tenantId, personaId)
      if (options.renumber) await requireNoRun(deps.db, tenantId, personaId)
      // One at a time: two requests at once would both find nothing under way.
      const started = starting.then(() => start(tenantId, { personaId, reason, options }))
      starting = started.catch(() => {})
      return started
    },
    get,
    list: async (tenantId, query) =>
      (await findReconcileJobs(deps.db, tenantId, query)).map(toReconcileJob),
    async cancel(tenantId, jobId) {
      // Asked first: the id may belong to a job of another kind.
      await get(tenantId, jobId)
      await deps.jobs.cancel(tenantId, jobId)
      return get(tenantId, jobId)
    },
  }
}

function overlaps(a: PersonaId | null, b: PersonaId | null): boolean {
  return a === null || b === null || a === b
}

function doesTheSame(job: ReconcileJobRow, work: ReconcileWork): boolean {
  // What looks at everything after a start only counts first: it does not stand in for a full one.
  const isAsDeep = job.reason === 'asked' || work.reason !== 'asked'
  return (
    isAsDeep &&
    job.personaId === work.personaId &&
    canonicalJson(job.options) === canonicalJson(work.options)
  )
}

function alreadyAt({ jobId, personaId }: ReconcileJobRow): EngineError {
  const whose = personaId === null ? 'every timeline' : `the timeline of ${personaId}`
  return new EngineError(
    'conflict',
    `Job ${jobId} is reconciling ${whose}: wait for it, or cancel it`,
  )
}

function toReconcileJob(row: ReconcileJobRow): ReconcileJob {
  return {
    jobId: row.jobId,
    status: row.status,
    personaId: row.personaId,
    reason: row.reason,
    options: row.options,
    createdAt: toIso(row.createdAt),
    progress: row.progress,
    ...(row.status === 'succeeded' ? { report: ReconcileReport.parse(row.result) } : {}),
    ...(row.error ? { error: row.error.message } : {}),
  }
}
