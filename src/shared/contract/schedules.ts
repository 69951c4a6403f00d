import { z } from 'zod'
import { RunId, ScheduleId, StudyId, TenantId, Timestamp } from './ids.ts'

/** Minute, hour, day of month, month, day of week; `0 9 * * 1` is Mondays at nine. */
const Cron = z.string().trim().min(1).max(200)
/** IANA name, e.g. `Europe/Paris`. */
const TimeZone = z.string().trim().min(1).max(100)

export const CreateScheduleRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    studyId: StudyId,
    cron: Cron,
    timeZone: TimeZone.default('UTC'),
    name: z.string().trim().min(1).max(200).optional(),
    enabled: z.boolean().default(true),
    maxConcurrency: z.number().int().min(1).max(128).optional(),
  })
  .meta({ id: 'CreateScheduleRequest' })
export type CreateScheduleRequest = z.infer<typeof CreateScheduleRequest>

export const UpdateScheduleRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    cron: Cron.optional(),
    timeZone: TimeZone.optional(),
    name: z.string().trim().min(1).max(200).optional(),
    enabled: z.boolean().optional(),
    maxConcurrency: z.number().int().min(1).max(128).nullable().optional(),
  })
  .meta({ id: 'UpdateScheduleRequest' })
export type UpdateScheduleRequest = z.infer<typeof UpdateScheduleRequest>

export const ScheduleFiring = z.object({
  /** When it was due, and when it was done: later where the workbench was closed. */
  dueAt: Timestamp,
  firedAt: Timestamp,
  /** Earlier firings that were missed and are made up for by this one. */
  missed: z.number().int(),
  runId: RunId.nullable(),
  /** Why no run was launched. */
  error: z.string().nullable(),
})
export type ScheduleFiring = z.infer<typeof ScheduleFiring>

export const Schedule = z
  .object({
    id: ScheduleId,
    tenantId: TenantId,
    studyId: StudyId,
    studyName: z.string(),
    name: z.string(),
    cron: z.string(),
    timeZone: z.string(),
    enabled: z.boolean(),
    maxConcurrency: z.number().int().nullable(),
    /** The next five; none while it is off. */
    nextFirings: z.array(Timestamp),
    /** The last ten, newest first. */
    firings: z.array(ScheduleFiring),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'Schedule' })
export type Schedule = z.infer<typeof Schedule>
export const ScheduleAnswer = z.object({ schedule: Schedule }).meta({ id: 'ScheduleAnswer' })
export const ScheduleList = z
  .object({ schedules: z.array(Schedule), nextCursor: z.string().nullable() })
  .meta({ id: 'ScheduleList' })
