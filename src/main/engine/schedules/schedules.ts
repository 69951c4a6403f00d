import { randomUUID } from 'node:crypto'
import { ScheduleId, type StudyId, type TenantId } from '../../../shared/contract/ids.ts'
import type {
  CreateScheduleRequest,
  Schedule,
  UpdateScheduleRequest,
} from '../../../shared/contract/schedules.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { EngineError } from '../errors.ts'
import { toIso } from '../memory/instant.ts'
import { getStudy } from '../studies/create-study.ts'
import { nextTimes } from './cron-times.ts'
import {
  bringBack,
  findSchedule,
  insertSchedule,
  listSchedulePage,
  updateSchedule,
  type StoredSchedule,
} from './schedules.repo.ts'

export type ScheduleDeps = {
  readonly db: WriteDb
  readonly now: () => number
  /** Told that there may be something else to wait for. */
  readonly schedulesChanged: () => void
}

const SHOWN_TIMES = 5

/** @throws EngineError `not_found` for an unknown study, `invalid_input` for a bad expression */
export async function createSchedule(
  deps: ScheduleDeps,
  tenantId: TenantId,
  request: CreateScheduleRequest,
): Promise<Schedule> {
  const { db, now } = deps
  const study = await getStudy(db, tenantId, request.studyId)
  const id = ScheduleId.parse(randomUUID())
  const first = nextTimes(request, now(), 1)[0] ?? null
  await insertSchedule(db, {
    id,
    tenant_id: tenantId,
    study_id: request.studyId,
    name: request.name ?? study.name,
    cron: request.cron,
    time_zone: request.timeZone,
    enabled: request.enabled ? 1 : 0,
    max_concurrency: request.maxConcurrency ?? null,
    next_at: request.enabled ? first : null,
    created_at: now(),
    updated_at: now(),
    deleted_at: null,
  })
  deps.schedulesChanged()
  return getSchedule(deps, tenantId, id)
}

type Reading = { readonly db: ReadDb; readonly now: () => number }

/** @throws EngineError `not_found`, also for one in the trash */
export async function getSchedule(
  { db, now }: Reading,
  tenantId: TenantId,
  id: ScheduleId,
): Promise<Schedule> {
  const schedule = await findSchedule(db, tenantId, id)
  if (!schedule) throw new EngineError('not_found', `No schedule ${id}`)
  return withTimes(schedule, now())
}

export async function listSchedules(
  { db, now }: Reading,
  tenantId: TenantId,
  page: { limit: number; cursor?: string | undefined; studyId?: StudyId | undefined },
) {
  const { schedules, nextCursor } = await listSchedulePage(db, tenantId, page)
  return { schedules: schedules.map((schedule) => withTimes(schedule, now())), nextCursor }
}

/** What is left out stays. Turned on again, it begins from now: nothing is made up for. */
export async function changeSchedule(
  deps: ScheduleDeps,
  tenantId: TenantId,
  id: ScheduleId,
  request: UpdateScheduleRequest,
): Promise<Schedule> {
  const before = await getSchedule(deps, tenantId, id)
  const { cron = before.cron, timeZone = before.timeZone } = request
  const { enabled = before.enabled, name = before.name } = request
  const first = nextTimes({ cron, timeZone }, deps.now(), 1)[0] ?? null
  const isSameTime =
    cron === before.cron && timeZone === before.timeZone && enabled === before.enabled
  await updateSchedule(deps.db, tenantId, id, {
    cron,
    time_zone: timeZone,
    name,
    enabled: enabled ? 1 : 0,
    max_concurrency:
      request.maxConcurrency === undefined ? before.maxConcurrency : request.maxConcurrency,
    updated_at: deps.now(),
    // A new name keeps what is due.
    ...(isSameTime ? {} : { next_at: enabled ? first : null }),
  })
  deps.schedulesChanged()
  return getSchedule(deps, tenantId, id)
}

/** Moves it into the trash; the runs it launched stay. */
export async function removeSchedule(
  deps: ScheduleDeps,
  tenantId: TenantId,
  id: ScheduleId,
): Promise<Schedule> {
  const schedule = await getSchedule(deps, tenantId, id)
  const now = deps.now()
  await updateSchedule(deps.db, tenantId, id, { deleted_at: now, next_at: null, updated_at: now })
  deps.schedulesChanged()
  return schedule
}

/** Out of the trash, turned off. @throws EngineError `not_found` when it is not in there */
export async function restoreSchedule(
  deps: ScheduleDeps,
  tenantId: TenantId,
  id: ScheduleId,
): Promise<Schedule> {
  if (!(await bringBack(deps.db, tenantId, id, deps.now())))
    throw new EngineError('not_found', `No schedule ${id} in the trash`)
  return getSchedule(deps, tenantId, id)
}

function withTimes({ nextAt, ...schedule }: StoredSchedule, now: number): Schedule {
  // What is due and not yet done comes first.
  const pending = nextAt !== null && nextAt <= now ? [nextAt] : []
  const coming = schedule.enabled ? nextTimes(schedule, now, SHOWN_TIMES - pending.length) : []
  return { ...schedule, nextFirings: [...pending, ...coming].map(toIso) }
}
