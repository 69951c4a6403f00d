import { z } from 'zod'
import { StudyId, TenantId, Timestamp } from './ids.ts'
import { StudyDesign } from './studies.ts'

/** One difference in words, with the field it is about. */
export const StudyChange = z
  .object({
    path: z.string(),
    label: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    sentence: z.string(),
  })
  .meta({ id: 'StudyChange' })
export type StudyChange = z.infer<typeof StudyChange>

export const StudyRevision = z
  .object({
    studyId: StudyId,
    revision: z.number().int().min(1),
    name: z.string(),
    skillVersionId: z.string(),
    populationVersionId: z.string(),
    design: StudyDesign,
    note: z.string().nullable(),
    /** Against the revision before; empty for the first. */
    changes: z.array(StudyChange),
    /** Numbers of the runs launched with it: from then on it is never changed. */
    runs: z.array(z.number().int()),
    createdAt: Timestamp,
  })
  .meta({ id: 'StudyRevision' })
export type StudyRevision = z.infer<typeof StudyRevision>
export const StudyRevisionList = z
  .object({ revisions: z.array(StudyRevision) })
  .meta({ id: 'StudyRevisionList' })

/** What a registration locks, as it is hashed. */
export const RegisteredPlan = z
  .object({
    format: z.literal(1),
    hypothesis: z.string(),
    successCriteria: z.string().nullable(),
    comparisons: z.array(z.object({ questionId: z.string(), by: z.string() })),
    exclusions: z.string(),
    conditions: z.array(
      z.object({ id: z.string(), name: z.string(), variables: z.record(z.string(), z.string()) }),
    ),
    design: z.enum(['between', 'within']),
    replicates: z.number().int(),
    /** Personas of the pinned population, and tasks of one run. */
    plannedPersonas: z.number().int(),
    plannedTasks: z.number().int(),
    skill: z.object({ versionId: z.string(), version: z.number(), hash: z.string() }),
    population: z.object({ versionId: z.string(), version: z.number(), hash: z.string() }),
    model: z.string(),
  })
  .meta({ id: 'RegisteredPlan' })
export type RegisteredPlan = z.infer<typeof RegisteredPlan>

export const RegisterStudyRequest = z
  .strictObject({ tenantId: TenantId.optional() })
  .meta({ id: 'RegisterStudyRequest' })

export const Registration = z
  .object({
    studyId: StudyId,
    registeredAt: Timestamp,
    /** SHA-256 of the canonical JSON of `plan`. */
    hash: z.string(),
    plan: RegisteredPlan,
    /** Runs that had been launched by then: above 0 it was not registered beforehand. */
    runsBefore: z.number().int(),
    /** What is otherwise in the study today. */
    changes: z.array(StudyChange),
  })
  .meta({ id: 'Registration' })
export type Registration = z.infer<typeof Registration>
export const RegistrationAnswer = z
  .object({ registration: Registration.nullable() })
  .meta({ id: 'RegistrationAnswer' })
