import { z } from 'zod'
import { ArmsDesign } from './arms.ts'
import { CriteriaTree } from './cohorts.ts'
import {
  PopulationId,
  PopulationVersionId,
  SkillId,
  SkillVersionId,
  StudyId,
  TenantId,
  Timestamp,
} from './ids.ts'

export const Condition = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be letters, digits, _ or -'),
  name: z.string().trim().min(1).max(200),
  /** Values for the `{{name}}` variables of the skill. */
  variables: z.record(z.string().max(100), z.string().max(4000)).default({}),
})
export type Condition = z.infer<typeof Condition>

/** A difference planted on purpose: the only way the rehearsal model shows one. */
export const RehearsalEffect = z
  .strictObject({
    questionId: z.string(),
    /** Shift of the latent answer, in SD; for a single choice, of the utility of `option`. */
    delta: z.number().min(-5).max(5),
    /** Option of a single choice the shift acts on. */
    option: z.string().optional(),
    condition: z.string().optional(),
    /** Personas it applies to; absent: all. */
    where: CriteriaTree.optional(),
  })
  .meta({ id: 'RehearsalEffect' })
export type RehearsalEffect = z.infer<typeof RehearsalEffect>

/** Spread of a question's answers among people, with where it was read. */
export const HumanSd = z
  .strictObject({
    questionId: z.string().min(1).max(200),
    /** In units of the answer: scale points, or the unit of the number. */
    sd: z.number().positive().max(1e12),
    /** The survey or article it comes from. */
    source: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'HumanSd' })
export type HumanSd = z.infer<typeof HumanSd>

/** What is assumed for power before launch; what is absent takes the default. */
export const PowerSettings = z
  .strictObject({
    /** Two-sided; default 0.05. */
    alpha: z.number().min(0.0001).max(0.5).optional(),
    /** Default 0.8. */
    power: z.number().min(0.5).max(0.999).optional(),
    /**
     * Correlation of two answers of one persona to one question, across conditions or replicates.
     * Default: measured in the newest finished run with replicates, else 0.5.
     */
    icc: z.number().min(0).max(0.99).optional(),
    humanSds: z.array(HumanSd).max(200).optional(),
  })
  .meta({ id: 'PowerSettings' })
export type PowerSettings = z.infer<typeof PowerSettings>

export const StudyDesign = z.strictObject({
  objective: z.string().trim().max(2000).optional(),
  hypothesis: z.string().trim().max(2000).optional(),
  decisionOwner: z.string().trim().max(200).optional(),
  successCriteria: z.string().trim().max(2000).optional(),
  /** Absent or one: everybody gets the same. */
  conditions: z.array(Condition).max(20).default([]),
  design: z.enum(['between', 'within']).default('between'),
  replicates: z.number().int().min(1).max(20).default(1),
  randomSeed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1),
  /** `offline`, or the name of a configured model. */
  model: z.string().max(200).default('offline'),
  /**
   * The instant it is in every session: nothing dated later exists. Absent: when a run is launched,
   * so that prompts differ from one day to another.
   */
  asOf: z.iso.datetime({ offset: true }).optional(),
  temperature: z.number().min(0).max(2).default(0.7),
  maxConcurrency: z.number().int().min(1).max(128).default(4),
  /** The run stops before it would spend more output tokens than this. */
  budgetTokens: z.number().int().positive().optional(),
  /** The run stops before it would cost more than this, in the currency of the model's price. */
  budgetMoney: z.number().positive().max(1_000_000).optional(),
  /** False: personas answer from their profile alone and no memory is looked for. */
  recall: z.boolean().default(true),
  /** Whether personas remember having been asked: written once the run is over, never while it runs. */
  remember: z.boolean().default(false),
  /** Comparisons named before launch: `cohort` or an attribute field; all others are exploratory. */
  comparisons: z
    .array(z.strictObject({ questionId: z.string(), by: z.string() }))
    .max(100)
    .default([]),
  rehearsal: z.strictObject({ effects: z.array(RehearsalEffect).max(100).default([]) }).optional(),
  /** Whose answers are left out of the analysis, and why: in words, part of a registration. */
  exclusions: z.string().trim().max(2000).optional(),
  power: PowerSettings.optional(),
  /** What runs beside the study, apart from its estimates. Absent: nothing. */
  arms: ArmsDesign.optional(),
})
export type StudyDesign = z.infer<typeof StudyDesign>

export const CreateStudyRequest = StudyDesign.extend({
  tenantId: TenantId.optional(),
  populationId: PopulationId,
  skillId: SkillId,
  name: z.string().trim().min(1).max(200),
})
  .strict()
  .meta({ id: 'CreateStudyRequest' })
export type CreateStudyRequest = z.infer<typeof CreateStudyRequest>

/** Fields of a change: a default would put back what was not sent. */
const changeable = Object.fromEntries(
  Object.entries(StudyDesign.shape).map(([name, schema]) => [
    name,
    (schema instanceof z.ZodDefault ? schema.unwrap() : schema) as z.ZodType,
  ]),
) as {
  [Name in keyof typeof StudyDesign.shape]: (typeof StudyDesign.shape)[Name] extends z.ZodDefault<
    infer Inner
  >
    ? Inner
    : (typeof StudyDesign.shape)[Name]
}
const { objective, hypothesis, decisionOwner, successCriteria, exclusions } = StudyDesign.shape
const { asOf, budgetTokens, budgetMoney, rehearsal, power, arms } = StudyDesign.shape

/** What is left out stays as it is; null takes an optional field away. */
export const UpdateStudyRequest = z
  .strictObject(changeable)
  .partial()
  .extend({
    tenantId: TenantId.optional(),
    name: z.string().trim().min(1).max(200).optional(),
    /** Pins the newest saved versions of skill and population instead of those it has. */
    pinNewest: z.boolean().optional(),
    objective: objective.nullable(),
    hypothesis: hypothesis.nullable(),
    decisionOwner: decisionOwner.nullable(),
    successCriteria: successCriteria.nullable(),
    exclusions: exclusions.nullable(),
    asOf: asOf.nullable(),
    budgetTokens: budgetTokens.nullable(),
    budgetMoney: budgetMoney.nullable(),
    rehearsal: rehearsal.nullable(),
    power: power.nullable(),
    arms: arms.nullable(),
    /** Why it was changed, for its history. */
    note: z.string().trim().max(500).optional(),
  })
  .strict()
  .meta({ id: 'UpdateStudyRequest' })
export type UpdateStudyRequest = z.infer<typeof UpdateStudyRequest>

export const Study = z
  .object({
    id: StudyId,
    tenantId: TenantId,
    name: z.string(),
    populationId: PopulationId,
    /** Pinned when the study was created. */
    populationVersionId: PopulationVersionId,
    skillId: SkillId,
    skillVersionId: SkillVersionId,
    ...StudyDesign.shape,
    /** 1, 2, 3…: one more with every change. */
    revision: z.number().int().min(1),
    /** When its plan was registered; null: it was not. */
    registeredAt: Timestamp.nullable(),
    runCount: z.number().int(),
    /** Status and id of the newest run. */
    lastRun: z.object({ id: z.string(), status: z.string() }).nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'Study' })
export type Study = z.infer<typeof Study>
export const StudyAnswer = z.object({ study: Study }).meta({ id: 'StudyAnswer' })
export const StudyList = z
  .object({ studies: z.array(Study), nextCursor: z.string().nullable() })
  .meta({ id: 'StudyList' })
export type StudyList = z.infer<typeof StudyList>
