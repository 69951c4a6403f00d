import { sql } from 'kysely'
import { z } from 'zod'
import { PersonaId, type JobId, type TenantId } from '../../../shared/contract/ids.ts'
import { JobStatus } from '../../../shared/contract/prompts.ts'
import { ReconcileReason, ReconcileRequest } from '../../../shared/contract/reconcile.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'

export const RECONCILE = 'reconcile'

/** What a job of the queue is asked to do. */
export const ReconcileWork = z.object({
  personaId: PersonaId.nullable(),
  reason: ReconcileReason,
  options: ReconcileRequest,
})
export type ReconcileWork = z.infer<typeof ReconcileWork>

export const ReconcileCounts = z.object({
  embedded: z.number(),
  missing: z.number(),
  stale: z.number(),
  ghost: z.number(),
  duplicate: z.number(),
  repaired: z.number(),
  rebuilt: z.enum(['asked', 'unreadable']).nullable(),
  fullText: z.number(),
  features: z.number(),
  sequenceGaps: z.number(),
  renumbered: z.number(),
  droppedEmbeddings: z.number(),
})
export type ReconcileCounts = z.infer<typeof ReconcileCounts>

export type ReconcileProgress = {
  readonly phase: string
  /** Null: at the beginning of its phase. */
  readonly cursor: string | number | null
  readonly done: number
  readonly total: number
  readonly counts: ReconcileCounts
  readonly startedAt: number
}

const Cursor = z.union([z.string(), z.number(), z.null()])

export async function findProgress(
  db: ReadDb,
  jobId: JobId,
): Promise<ReconcileProgress | undefined> {
  const row = await db
    .selectFrom('reconcile_progress')
    .selectAll()
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  return (
    row && {
      phase: row.phase,
      cursor: Cursor.parse(JSON.parse(row.cursor)),
      done: row.done,
      total: row.total,
      counts: ReconcileCounts.parse(JSON.parse(row.counts)),
      startedAt: row.started_at,
    }
  )
}

export async function saveProgress(
  db: WriteDb,
  jobId: JobId,
  progress: ReconcileProgress,
): Promise<void> {
  const row = {
    phase: progress.phase,
    cursor: JSON.stringify(progress.cursor),
    done: progress.done,
    total: progress.total,
    counts: JSON.stringify(progress.counts),
    started_at: progress.startedAt,
  }
  await db
    .insertInto('reconcile_progress')
    .values({ job_id: jobId, ...row })
    .onConflict((conflict) => conflict.column('job_id').doUpdateSet(row))
    .execute()
}

export type ReconcileJobRow = ReconcileWork & {
  readonly jobId: JobId
  readonly status: JobStatus
  readonly createdAt: number
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly result: unknown
  readonly error: { readonly message: string } | null
}

type Filter = {
  readonly jobId?: JobId
  readonly personaId?: PersonaId | undefined
  readonly open?: boolean
  readonly limit: number
}

/** Newest first. */
export async function findReconcileJobs(
  db: ReadDb,
  tenantId: TenantId,
  { jobId, personaId, open, limit }: Filter,
): Promise<ReconcileJobRow[]> {
  let query = db
    .selectFrom('job as j')
    .leftJoin('reconcile_progress as p', 'p.job_id', 'j.id')
    .select(['j.id', 'j.payload', 'j.status', 'j.result', 'j.error', 'j.created_at'])
    .select(['p.done', 'p.total'])
    .where('j.tenant_id', '=', tenantId)
    .where('j.kind', '=', RECONCILE)
  if (jobId !== undefined) query = query.where('j.id', '=', jobId)
  if (open) query = query.where('j.status', 'in', ['queued', 'running'])
  if (personaId !== undefined) query = query.where(sql`j.payload ->> '$.personaId'`, '=', personaId)
  const rows = await query.orderBy('j.created_at', 'desc').orderBy('j.id').limit(limit).execute()
  return rows.map((row) => ({
    ...ReconcileWork.parse(JSON.parse(row.payload)),
    jobId: row.id as JobId,
    status: JobStatus.parse(row.status),
    createdAt: row.created_at,
    progress: row.total === null || row.done === null ? null : { done: row.done, total: row.total },
    result: row.result === null ? null : JSON.parse(row.result),
    error: row.error === null ? null : (JSON.parse(row.error) as { message: string }),
  }))
}

/** Personas in order of their rows, those in the trash included: their memories may come back. */
export async function findPersonaPage(
  db: ReadDb,
  scope: { readonly tenantId: TenantId; readonly personaId: PersonaId | null },
  page: { readonly after: number; readonly limit: number },
): Promise<{ row: number; id: PersonaId; timelineLength: number }[]> {
  let query = db
    .selectFrom('persona')
    .select(['row', 'id', 'timeline_length'])
    .where('tenant_id', '=', scope.tenantId)
    .where('row', '>', page.after)
  if (scope.personaId !== null) query = query.where('id', '=', scope.personaId)
  const rows = await query.orderBy('row').limit(page.limit).execute()
  return rows.map(({ row, id, timeline_length }) => ({
    row,
    id: id as PersonaId,
    timelineLength: timeline_length,
  }))
}

/** @param personaId  null: everybody's */
export async function countEntries(db: ReadDb, personaId: PersonaId | null): Promise<number> {
  let query = db.selectFrom('timeline_entry').select((eb) => eb.fn.countAll<number>().as('n'))
  if (personaId !== null) query = query.where('persona_id', '=', personaId)
  return (await query.executeTakeFirstOrThrow()).n
}
