import { z } from 'zod'
import { CohortId, JobId, SkillId, SkillVersionId, TenantId, Timestamp } from './ids.ts'
import { JobStatus } from './prompts.ts'
import { questionTypes } from './questions.ts'
import { ReferenceQuality } from './reference-quality.ts'
import { AnswerStatus } from './runs.ts'

/** POST /skills/:id/calibrate: a version, put to a handful of people far apart. */
export const CalibrateSkillRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** Absent: the newest. */
    skillVersionId: SkillVersionId.optional(),
    /** `offline`, or the name of a configured model. */
    model: z.string().max(200).default('offline'),
    /** Where the people come from; absent: everybody. */
    cohortId: CohortId.optional(),
    personas: z.number().int().min(3).max(12).default(6),
    /** Values for the `{{name}}` variables of the skill. */
    variables: z.record(z.string().max(100), z.string().max(4000)).default({}),
    randomSeed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(1),
  })
  .meta({ id: 'CalibrateSkillRequest' })
export type CalibrateSkillRequest = z.infer<typeof CalibrateSkillRequest>

/** What made a question look unclear. */
export const CalibrationSign = z.object({
  code: z.enum([
    'invalid',
    'repaired',
    'unknown',
    'refused',
    'asked_back',
    'unstable',
    'alike',
    'not_asked',
  ]),
  /** Answers concerned, of how many. */
  count: z.number().int(),
  of: z.number().int(),
  /** What it is and what to do, in plain words. */
  message: z.string(),
})
export type CalibrationSign = z.infer<typeof CalibrationSign>

export const CalibratedQuestion = z.object({
  questionId: z.string(),
  type: z.enum(questionTypes),
  /** The most telling first; none: nothing looked unclear. */
  signs: z.array(CalibrationSign),
  /** Of a similarity rating: how well its statements tell answers apart. */
  referenceQuality: ReferenceQuality.optional(),
  answers: z.array(
    z.object({
      personaName: z.string(),
      /** 1 or 2: everybody is asked twice. */
      replicate: z.number().int(),
      status: AnswerStatus,
      /** The value in words; the text where there is none. */
      words: z.string(),
      text: z.string(),
    }),
  ),
})
export type CalibratedQuestion = z.infer<typeof CalibratedQuestion>

export const SkillCalibration = z
  .object({
    modelName: z.string(),
    /** True when the built-in model answers: it understands every wording, so little is learnt. */
    rehearsal: z.boolean(),
    personas: z.array(z.object({ id: z.string(), name: z.string() })),
    questions: z.array(CalibratedQuestion),
  })
  .meta({ id: 'SkillCalibration' })
export type SkillCalibration = z.infer<typeof SkillCalibration>

export const CalibrationAccepted = z
  .object({ jobId: JobId, status: JobStatus })
  .meta({ id: 'CalibrationAccepted' })

/** GET /skills/:id/calibrations and one of them; POST …/cancel. */
export const CalibrationJob = z
  .object({
    jobId: JobId,
    status: JobStatus,
    skillId: SkillId,
    skillVersionId: SkillVersionId,
    createdAt: Timestamp,
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    result: SkillCalibration.optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'CalibrationJob' })
export type CalibrationJob = z.infer<typeof CalibrationJob>
export const CalibrationJobList = z
  .object({ calibrations: z.array(CalibrationJob) })
  .meta({ id: 'CalibrationJobList' })
