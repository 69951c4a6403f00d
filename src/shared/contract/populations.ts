import { z } from 'zod'
import { CriterionField } from './cohorts.ts'
import {
  CohortId,
  PersonaId,
  PopulationId,
  PopulationVersionId,
  TenantId,
  Timestamp,
} from './ids.ts'

/** Target shares of one variable (or one cross of variables). */
export const Margin = z
  .strictObject({
    /** One field, or several crossed: categories are then joined by " × " in this order. */
    fields: z.array(CriterionField).min(1).max(3),
    /** For numeric fields: lower bounds of bands, ascending: [18, 35, 55] → "18–34", "35–54", "55+". */
    bands: z
      .array(z.number())
      .min(1)
      .max(50)
      .refine((bands) => bands.every((bound, i) => i === 0 || bound > bands[i - 1]!), 'must ascend')
      .optional(),
    targets: z
      .array(
        z.strictObject({ category: z.string().min(1).max(300), share: z.number().min(0).max(1) }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'Margin' })
export type Margin = z.infer<typeof Margin>

export const PopulationBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  cohorts: z
    .array(z.strictObject({ cohortId: CohortId, targetShare: z.number().min(0).max(1) }))
    .min(1)
    .max(100),
  margins: z.array(Margin).max(20).default([]),
  /** Bounds on a weight as multiples of the mean weight; absent: no trimming. */
  trim: z
    .strictObject({ lower: z.number().positive().max(1), upper: z.number().min(1) })
    .optional(),
})
export type PopulationBody = z.infer<typeof PopulationBody>

export const CreatePopulationRequest = PopulationBody.extend({ tenantId: TenantId.optional() })
  .strict()
  .meta({ id: 'CreatePopulationRequest' })

/** What is left out stays as it is; an empty change freezes today's members. */
export const UpdatePopulationRequest = z
  .strictObject({
    name: PopulationBody.shape.name.optional(),
    cohorts: PopulationBody.shape.cohorts.optional(),
    margins: PopulationBody.shape.margins.unwrap().optional(),
    /** Null takes trimming away. */
    trim: PopulationBody.shape.trim.nullable(),
  })
  .meta({ id: 'UpdatePopulationRequest' })
export type UpdatePopulationRequest = z.infer<typeof UpdatePopulationRequest>

/** A population as it is being designed: no name yet, perhaps never to be stored. */
export const PopulationDraft = PopulationBody.omit({ name: true })
  .extend({ tenantId: TenantId.optional() })
  .strict()
  .meta({ id: 'PopulationDraft' })
export type PopulationDraft = z.infer<typeof PopulationDraft>

export const MarginFit = z.object({
  name: z.string(),
  /** Largest gap between target and weighted share of this margin, in points (0–100). */
  maxGapPoints: z.number().optional(),
  categories: z.array(
    z.object({
      category: z.string(),
      n: z.number().int(),
      target: z.number(),
      /** Unweighted share. */
      before: z.number(),
      /** Weighted share. */
      after: z.number(),
    }),
  ),
})
export type MarginFit = z.infer<typeof MarginFit>

/** What trimming did; weights are multiples of the mean weight. */
export const TrimReport = z.object({
  atLower: z.number().int(),
  atUpper: z.number().int(),
  /** What the weights would cost without trimming. */
  untrimmedEffectiveN: z.number(),
  untrimmedMaxWeight: z.number(),
})
export type TrimReport = z.infer<typeof TrimReport>

export const BalanceReport = z
  .object({
    converged: z.boolean(),
    iterations: z.number().int(),
    /** Largest gap between target and weighted share, in points (0–100). */
    maxGapPoints: z.number(),
    designEffect: z.number(),
    effectiveN: z.number(),
    minWeight: z.number(),
    maxWeight: z.number(),
    margins: z.array(MarginFit),
    /** Absent without trimming. */
    trimming: TrimReport.optional(),
    /** Personas in several cohorts: each counts once, in the first. */
    conflicts: z.array(
      z.object({ cohortId: CohortId, countedIn: CohortId, personas: z.number().int() }),
    ),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'BalanceReport' })
export type BalanceReport = z.infer<typeof BalanceReport>

export const BalanceAnswer = z.object({ balance: BalanceReport }).meta({ id: 'BalanceAnswer' })

/** Why no weights can meet the targets, and what to do about it. */
export const BalanceProblem = z.object({
  /** Of the field at fault: `margins.1.targets.2`. */
  path: z.string(),
  message: z.string(),
})
export type BalanceProblem = z.infer<typeof BalanceProblem>

/** A balance being designed. Where there are problems there are no weights yet. */
export const PopulationPreview = z
  .object({
    /** Personas, each counted once. */
    size: z.number().int(),
    balance: BalanceReport.nullable(),
    problems: z.array(BalanceProblem),
    /** What is there without weights, problems or not; `after` equals `before`. */
    unweighted: z.array(MarginFit),
  })
  .meta({ id: 'PopulationPreview' })
export type PopulationPreview = z.infer<typeof PopulationPreview>

export const Population = z
  .object({
    id: PopulationId,
    tenantId: TenantId,
    /** The newest frozen version. */
    versionId: PopulationVersionId,
    version: z.number().int().min(1),
    ...PopulationBody.shape,
    size: z.number().int(),
    balance: BalanceReport,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'Population' })
export type Population = z.infer<typeof Population>
export const PopulationAnswer = z
  .object({ population: Population })
  .meta({ id: 'PopulationAnswer' })
export const PopulationList = z
  .object({ populations: z.array(Population), nextCursor: z.string().nullable() })
  .meta({ id: 'PopulationList' })
export type PopulationList = z.infer<typeof PopulationList>

export const PopulationMember = z.object({
  personaId: PersonaId,
  cohortId: CohortId,
  /** Mean 1 over the population. */
  weight: z.number(),
})
export type PopulationMember = z.infer<typeof PopulationMember>
