import { z } from 'zod'
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
  /** Comparisons named before launch: `cohort` or an attribute field; all others are exploratory. */
  comparisons: z
    .array(z.strictObject({ questionId: z.string(), by: z.string() }))
    .max(100)
    .default([]),
  rehearsal: z.strictObject({ effects: z.array(RehearsalEffect).max(100).default([]) }).optional(),
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
