import { sql } from 'kysely'
import { z } from 'zod'
import type { JobId, TenantId } from '../../../shared/contract/ids.ts'
import { JobStatus } from '../../../shared/contract/prompts.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { JobTable } from './jobs.table.ts'

export type Job = {
  readonly id: JobId
  readonly tenantId: TenantId
  readonly kind: string
  readonly unitKey: string
  readonly payload: unknown
  readonly status: JobStatus
  /** Times it was begun. */
  readonly attempts: number
  readonly result: unknown
  readonly error: JobError | null
  /** Milliseconds. */
  readonly createdAt: number
}

const JobError = z.object({ code: z.string(), message: z.string() })
export type JobError = z.infer<typeof JobError>

export type NewJob = Pick<Job, 'id' | 'tenantId' | 'kind' | 'unitKey' | 'payload'>

/** Stores the job unless its unit is known, and answers the one that is stored. */
export async function insertJob(db: WriteDb, job: NewJob, now: number): Promise<Job> {
  await db
    .insertInto('job')
    .values({
      id: job.id,
      tenant_id: job.tenantId,
      kind: job.kind,
      unit_key: job.unitKey,
      payload: JSON.stringify(job.payload),
      status: 'queued',
      attempts: 0,
      lease_owner: null,
      lease_until: null,
      run_after: now,
      result: null,
      error: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'unit_key']).doNothing())
    .execute()
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('tenant_id', '=', job.tenantId)
    .where('kind', '=', job.kind)
    .where('unit_key', '=', job.unitKey)
    .executeTakeFirstOrThrow()
  return toJob(row)
}

/** The latest of a kind, newest first; with `about`, those whose payload has these values. */
export async function listJobs(
  db: ReadDb,
  tenantId: TenantId,
  { kind, limit, about = {} }: { kind: string; limit: number; about?: Record<string, string> },
): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where(({ and }) =>
      and(
        Object.entries(about).map(
          ([field, value]) => sql<boolean>`json_extract(payload, ${`$.${field}`}) = ${value}`,
        ),
      ),
    )
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toJob)
}

export async function findJob(db: ReadDb, tenantId: TenantId, id: JobId): Promise<Job | undefined> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toJob(row)
}

/** Takes the job that is due longest, if any is. */
export async function claimJob(
  db: WriteDb,
  kinds: readonly string[],
  owner: string,
  now: number,
): Promise<Job | undefined> {
  if (kinds.length === 0) return undefined
  const row = await db
    .updateTable('job')
    .set((eb) => ({
      status: 'running',
      attempts: eb('attempts', '+', 1),
      lease_owner: owner,
      updated_at: now,
    }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('job')
        .select('id')
        .where('status', '=', 'queued')
        .where('run_after', '<=', now)
        .where('kind', 'in', kinds)
        .orderBy('run_after')
        .orderBy('created_at')
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst()
  return row && toJob(row)
}

/** When the next job is due, milliseconds; undefined: none waits. */
export async function findNextDue(
  db: ReadDb,
  kinds: readonly string[],
): Promise<number | undefined> {
  if (kinds.length === 0) return undefined
  const row = await db
    .selectFrom('job')
    .select('run_after')
    .where('status', '=', 'queued')
    .where('kind', 'in', kinds)
    .orderBy('run_after')
    .limit(1)
    .executeTakeFirst()
  return row?.run_after
}

/**
 * Ends the job for its owner.
 *
 * @returns false when it is the owner's no longer: cancelled meanwhile
 */
export async function finishJob(
  trx: WriteDb,
  id: JobId,
  owner: string,
  end: { status: 'succeeded'; result: unknown } | { status: 'failed'; error: JobError },
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set({
      status: end.status,
      result: end.status === 'succeeded' ? JSON.stringify(end.result ?? null) : null,
      error: end.status === 'failed' ? JSON.stringify(end.error) : null,
      lease_owner: null,
      updated_at: now,
    })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .where('lease_owner', '=', owner)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Back into the queue. @param attempts  what counts as begun so far */
export async function requeueJob(
  db: WriteDb,
  id: JobId,
  owner: string,
  again: { readonly runAfter: number; readonly attempts: number },
  now: number,
): Promise<void> {
  await db
    .updateTable('job')
    .set({
      status: 'queued',
      lease_owner: null,
      run_after: again.runAfter,
      attempts: again.attempts,
      updated_at: now,
    })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .where('lease_owner', '=', owner)
    .execute()
}

export async function cancelJob(db: WriteDb, tenantId: TenantId, id: JobId, now: number) {
  await db
    .updateTable('job')
    .set({ status: 'cancelled', lease_owner: null, updated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .execute()
}

/** Jobs that an earlier process was at when it ended. */
export async function recoverJobs(db: WriteDb, maxAttempts: number, now: number): Promise<void> {
  const error: JobError = {
    code: 'unavailable',
    message: `The workbench ended during each of ${maxAttempts} attempts`,
  }
  await db
    .updateTable('job')
    .set({ status: 'failed', error: JSON.stringify(error), lease_owner: null, updated_at: now })
    .where('status', '=', 'running')
    .where('attempts', '>=', maxAttempts)
    .execute()
  await db
    .updateTable('job')
    .set({ status: 'queued', lease_owner: null, updated_at: now })
    .where('status', '=', 'running')
    .execute()
}

function toJob(row: JobTable): Job {
  return {
    id: row.id as JobId,
    tenantId: row.tenant_id as TenantId,
    kind: row.kind,
    unitKey: row.unit_key,
    payload: JSON.parse(row.payload),
    status: JobStatus.parse(row.status),
    attempts: row.attempts,
    result: row.result === null ? null : JSON.parse(row.result),
    createdAt: row.created_at,
    error: row.error === null ? null : JobError.parse(JSON.parse(row.error)),
  }
}
