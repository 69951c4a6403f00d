import type { ScheduleId, StudyId, TenantId } from '../../../shared/contract/ids.ts'
import type { Schedule, ScheduleFiring } from '../../../shared/contract/schedules.ts'
import { newestFirst, type PageOf } from '../db/newest-first.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { toIso } from '../memory/instant.ts'
import type { ScheduleTable } from './schedules.table.ts'

const SHOWN_FIRINGS = 10

/** A schedule as it is kept; its times are reckoned when it is read. */
export type StoredSchedule = Omit<Schedule, 'nextFirings'> & { readonly nextAt: number | null }

export async function insertSchedule(db: WriteDb, row: ScheduleTable): Promise<void> {
  await db.insertInto('schedule').values(row).execute()
}

export async function findSchedule(
  db: ReadDb,
  tenantId: TenantId,
  id: ScheduleId,
): Promise<StoredSchedule | undefined> {
  const row = await selectSchedules(db, tenantId).where('schedule.id', '=', id).executeTakeFirst()
  return row && withFirings(db, row)
}

/** Newest first. */
export async function listSchedulePage(
  db: ReadDb,
  tenantId: TenantId,
  { studyId, ...page }: PageOf & { readonly studyId?: StudyId | undefined },
): Promise<{ schedules: StoredSchedule[]; nextCursor: string | null }> {
  const wanted = selectSchedules(db, tenantId).$if(studyId !== undefined, (select) =>
    select.where('schedule.study_id', '=', studyId!),
  )
  const { rows, nextCursor } = await newestFirst(wanted, 'schedule', page)
  return { schedules: await Promise.all(rows.map((row) => withFirings(db, row))), nextCursor }
}

export async function updateSchedule(
  db: WriteDb,
  tenantId: TenantId,
  id: ScheduleId,
  change: Partial<ScheduleTable>,
): Promise<void> {
  await db
    .updateTable('schedule')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Takes a schedule out of the trash, turned off. False when it is not there. */
export async function bringBack(
  db: WriteDb,
  tenantId: TenantId,
  id: ScheduleId,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('schedule')
    .set({ deleted_at: null, enabled: 0, updated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Those that are due, the longest due first. Studies in the trash wait. */
export function listDue(db: ReadDb, now: number) {
  return db
    .selectFrom('schedule')
    .innerJoin('study', 'study.id', 'schedule.study_id')
    .where('schedule.next_at', '<=', now)
    .where('schedule.deleted_at', 'is', null)
    .where('study.deleted_at', 'is', null)
    .orderBy('schedule.next_at')
    .selectAll('schedule')
    .execute()
}

/** When the next one is due, ms; undefined where nothing is scheduled. */
export async function findNextAt(db: ReadDb): Promise<number | undefined> {
  const row = await db
    .selectFrom('schedule')
    .innerJoin('study', 'study.id', 'schedule.study_id')
    .where('schedule.deleted_at', 'is', null)
    .where('study.deleted_at', 'is', null)
    .select(({ fn }) => fn.min<number | null>('schedule.next_at').as('next'))
    .executeTakeFirst()
  return row?.next ?? undefined
}

export type Firing = {
  readonly scheduleId: string
  readonly dueAt: number
  readonly firedAt: number
  readonly missed: number
}

/** Moves a schedule on and notes the firing. False when somebody else did. */
export async function claimFiring(
  db: WriteDb,
  firing: Firing,
  { wasAt, nextAt }: { wasAt: number; nextAt: number | null },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('schedule')
      .set({ next_at: nextAt })
      .where('id', '=', firing.scheduleId)
      .where('next_at', '=', wasAt)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await trx
      .insertInto('schedule_firing')
      .values({
        schedule_id: firing.scheduleId,
        due_at: firing.dueAt,
        fired_at: firing.firedAt,
        missed: firing.missed,
        run_id: null,
        error: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return true
  })
}

export async function settleFiring(
  db: WriteDb,
  { scheduleId, dueAt }: Pick<Firing, 'scheduleId' | 'dueAt'>,
  outcome: { run_id: string } | { error: string },
): Promise<void> {
  await db
    .updateTable('schedule_firing')
    .set(outcome)
    .where('schedule_id', '=', scheduleId)
    .where('due_at', '=', dueAt)
    .execute()
}

/** Firings that a kill left without an outcome, each with the run it launched, if it got so far. */
export function listUnsettled(db: ReadDb) {
  return db
    .selectFrom('schedule_firing as firing')
    .innerJoin('schedule', 'schedule.id', 'firing.schedule_id')
    .where('firing.run_id', 'is', null)
    .where('firing.error', 'is', null)
    .select([
      'firing.schedule_id as scheduleId',
      'firing.due_at as dueAt',
      'schedule.tenant_id as tenantId',
      'schedule.study_id as studyId',
      'schedule.max_concurrency as maxConcurrency',
      ({ selectFrom }) =>
        selectFrom('run')
          .whereRef('run.study_id', '=', 'schedule.study_id')
          .whereRef('run.created_at', '>=', 'firing.fired_at')
          .orderBy('run.created_at')
          .limit(1)
          .select('run.id')
          .as('runId'),
    ])
    .execute()
}

function selectSchedules(db: ReadDb, tenantId: TenantId) {
  return db
    .selectFrom('schedule')
    .innerJoin('study', 'study.id', 'schedule.study_id')
    .where('schedule.tenant_id', '=', tenantId)
    .where('schedule.deleted_at', 'is', null)
    .selectAll('schedule')
    .select('study.name as study_name')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSchedules>['execute']>>[number]

async function withFirings(db: ReadDb, row: Row): Promise<StoredSchedule> {
  const firings = await db
    .selectFrom('schedule_firing')
    .where('schedule_id', '=', row.id)
    .orderBy('due_at', 'desc')
    .limit(SHOWN_FIRINGS)
    .selectAll()
    .execute()
  return {
    id: row.id as ScheduleId,
    tenantId: row.tenant_id as TenantId,
    studyId: row.study_id as StudyId,
    studyName: row.study_name,
    name: row.name,
    cron: row.cron,
    timeZone: row.time_zone,
    enabled: row.enabled === 1,
    maxConcurrency: row.max_concurrency,
    nextAt: row.next_at,
    firings: firings.map((firing) => ({
      dueAt: toIso(firing.due_at),
      firedAt: toIso(firing.fired_at),
      missed: firing.missed,
      runId: firing.run_id as ScheduleFiring['runId'],
      error: firing.error,
    })),
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  }
}
