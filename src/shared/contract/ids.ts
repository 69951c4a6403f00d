import { z } from 'zod'

export const TenantId = z.uuid().brand<'TenantId'>()
export type TenantId = z.infer<typeof TenantId>
export const PersonaId = z.uuid().brand<'PersonaId'>()
export type PersonaId = z.infer<typeof PersonaId>
export const EntryId = z.uuid().brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>
export const SessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>
export const TurnId = z.uuid().brand<'TurnId'>()
export type TurnId = z.infer<typeof TurnId>
export const JobId = z.uuid().brand<'JobId'>()
export type JobId = z.infer<typeof JobId>
export const SkillId = z.uuid().brand<'SkillId'>()
export type SkillId = z.infer<typeof SkillId>
export const SkillVersionId = z.uuid().brand<'SkillVersionId'>()
export type SkillVersionId = z.infer<typeof SkillVersionId>
export const CohortId = z.uuid().brand<'CohortId'>()
export type CohortId = z.infer<typeof CohortId>
export const PopulationId = z.uuid().brand<'PopulationId'>()
export type PopulationId = z.infer<typeof PopulationId>
export const PopulationVersionId = z.uuid().brand<'PopulationVersionId'>()
export type PopulationVersionId = z.infer<typeof PopulationVersionId>
export const StudyId = z.uuid().brand<'StudyId'>()
export type StudyId = z.infer<typeof StudyId>
export const RunId = z.uuid().brand<'RunId'>()
export type RunId = z.infer<typeof RunId>
export const TaskId = z.uuid().brand<'TaskId'>()
export type TaskId = z.infer<typeof TaskId>
export const ScheduleId = z.uuid().brand<'ScheduleId'>()
export type ScheduleId = z.infer<typeof ScheduleId>
export const KeyId = z.uuid().brand<'KeyId'>()
export type KeyId = z.infer<typeof KeyId>

/** ISO 8601 in UTC with milliseconds and Z, as every answer of the API has it. */
export const Timestamp = z.iso.datetime({ precision: 3 })
/** An ISO 8601 instant or date as clients send it; normalised to `Timestamp` when stored. */
export const TimestampInput = z.union([z.iso.datetime({ offset: true }), z.iso.date()])
