import { z } from 'zod'
import { CriteriaTree } from './cohorts.ts'
import { Estimate } from './estimate.ts'
import { PopulationId, SkillId, TenantId } from './ids.ts'
import { SkillBody } from './skills.ts'
import { StudyDesign } from './studies.ts'

/** A design that need not be saved, with what it would be run on. */
export const PowerRequest = StudyDesign.extend({
  tenantId: TenantId.optional(),
  populationId: PopulationId,
  skillId: SkillId,
})
  .strict()
  .meta({ id: 'PowerRequest' })
export type PowerRequest = z.infer<typeof PowerRequest>

/** Beat what the study says for one look. */
export const PowerQuery = z.object({
  alpha: z.coerce.number().min(0.0001).max(0.5).optional(),
  power: z.coerce.number().min(0.5).max(0.999).optional(),
  icc: z.coerce.number().min(0).max(0.99).optional(),
})

export const PowerGroup = z.object({
  value: z.string(),
  label: z.string(),
  /** Personas. */
  personas: z.number(),
  /** Independent answers they are worth after weights and replicates. */
  effectiveN: z.number(),
})

/** The smallest difference that one comparison of two groups can see. */
export const DetectableDifference = z
  .object({
    questionId: z.string(),
    by: z.string(),
    /** `share`: about a base share of one half, 0–1; `mean`: in units of the answer. */
    measure: z.enum(['share', 'mean']),
    design: z.enum(['between', 'within']),
    groups: z.array(PowerGroup).length(2),
    /** Named before launch, or the one that would be looked at first. */
    kind: z.enum(['primary', 'exploratory']),
    /** Two-sided α of one test: divided by the primary comparisons of its question (Holm's first step). */
    alpha: z.number(),
    /** Null: too few personas, or no difference within 0–1 can be seen. */
    smallestDifference: z.number().nullable(),
    /** In standard deviations; means only. */
    standardised: z.number().nullable(),
    sd: z.number().nullable(),
    sdSource: z.enum(['human', 'synthetic', 'assumed']).nullable(),
    /** Where the SD was read. */
    sdNote: z.string().nullable(),
    /** What it means in plain words. */
    sentence: z.string(),
  })
  .meta({ id: 'DetectableDifference' })
export type DetectableDifference = z.infer<typeof DetectableDifference>

export const PowerReport = z
  .object({
    alpha: z.number(),
    power: z.number(),
    icc: z.number(),
    iccSource: z.enum(['given', 'measured', 'assumed']),
    personas: z.number().int(),
    effectiveN: z.number(),
    designEffect: z.number(),
    replicates: z.number().int(),
    tasks: z.number().int(),
    differences: z.array(DetectableDifference),
    warnings: z.array(z.string()),
    /** Formulas with author and year. */
    method: z.string(),
  })
  .meta({ id: 'PowerReport' })
export type PowerReport = z.infer<typeof PowerReport>
export const PowerAnswer = z.object({ power: PowerReport }).meta({ id: 'PowerAnswer' })

/** A study as it is being designed: neither what is asked nor who is asked need be stored. */
export const DesignPreviewRequest = StudyDesign.extend({
  tenantId: TenantId.optional(),
  skill: z.union([
    z.strictObject({ skillId: SkillId }),
    SkillBody.pick({ instructions: true, questions: true }).strict(),
  ]),
  people: z.union([
    z.strictObject({ populationId: PopulationId }),
    z.strictObject({
      cohorts: z
        .array(
          z.strictObject({
            name: z.string().max(200),
            criteria: CriteriaTree,
            /** Null in all of them: as large as they are. */
            targetShare: z.number().min(0).max(1).nullable(),
          }),
        )
        .min(1)
        .max(100),
    }),
  ]),
})
  .strict()
  .meta({ id: 'DesignPreviewRequest' })
export type DesignPreviewRequest = z.infer<typeof DesignPreviewRequest>
export const DesignPreview = z
  .object({
    power: PowerReport,
    /** Null where the model is not configured. */
    estimate: Estimate.nullable(),
    /** What keeps the design from being launched as it is, each with the field at fault. */
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'DesignPreview' })
export type DesignPreview = z.infer<typeof DesignPreview>

export const ReadinessItem = z
  .object({
    /** Stable: what `acknowledged` at launch names. */
    id: z.string(),
    title: z.string(),
    /** `blocked`: a launch would be refused. */
    state: z.enum(['ready', 'attention', 'blocked']),
    explanation: z.string(),
    /** What to do; null when nothing is to be done. */
    action: z.string().nullable(),
    /** Page of the interface where that is done. */
    link: z.string().nullable(),
  })
  .meta({ id: 'ReadinessItem' })
export type ReadinessItem = z.infer<typeof ReadinessItem>
export const Readiness = z
  .object({
    state: z.enum(['ready', 'attention', 'blocked']),
    items: z.array(ReadinessItem),
  })
  .meta({ id: 'Readiness' })
export type Readiness = z.infer<typeof Readiness>
export const ReadinessAnswer = z.object({ readiness: Readiness }).meta({ id: 'ReadinessAnswer' })
