import { z } from 'zod'
import { CohortId, PersonaId, TenantId, Timestamp } from './ids.ts'
import { PersonaListItem } from './personas.ts'

/**
 * A field of a persona: a seed field (`age`, `location`, …), `traits.<name>`, `style.<name>`,
 * `values` (the three ranked), `knowledge.<topic>` (level) or `attributes.<key>`.
 */
export const CriterionField = z
  .string()
  .max(200)
  .regex(
    /^(firstName|lastName|age|location|baseOccupation|gender|education|income|household|language|values|traits\.\w+|style\.\w+|knowledge\..+|attributes\..+)$/,
    'is not a field of a persona',
  )

export const Criterion = z.strictObject({
  field: CriterionField,
  op: z.enum(['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in', 'notIn', 'contains', 'exists']),
  value: z
    .union([
      z.string(),
      z.number(),
      z.boolean(),
      z.array(z.union([z.string(), z.number(), z.boolean()])).max(500),
    ])
    .optional(),
})
export type Criterion = z.infer<typeof Criterion>

export type CriteriaTree =
  Criterion | { all: CriteriaTree[] } | { any: CriteriaTree[] } | { not: CriteriaTree }

/** `{all: []}` is everyone. */
export const CriteriaTree: z.ZodType<CriteriaTree> = z
  .lazy(() =>
    z.union([
      Criterion,
      z.strictObject({ all: z.array(CriteriaTree).max(100) }),
      z.strictObject({ any: z.array(CriteriaTree).min(1).max(100) }),
      z.strictObject({ not: CriteriaTree }),
    ]),
  )
  .meta({ id: 'CriteriaTree' })

export const CohortBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  criteria: CriteriaTree,
  /** Hand-picked: in although the criteria do not say so. */
  additions: z.array(PersonaId).max(10_000).default([]),
  /** Hand-picked: out although the criteria say in. */
  exclusions: z.array(PersonaId).max(10_000).default([]),
})
export type CohortBody = z.infer<typeof CohortBody>

export const CreateCohortRequest = CohortBody.extend({ tenantId: TenantId.optional() })
  .strict()
  .meta({ id: 'CreateCohortRequest' })
export type CreateCohortRequest = z.infer<typeof CreateCohortRequest>

/** What is left out stays as it is. */
export const UpdateCohortRequest = z
  .strictObject({
    name: CohortBody.shape.name.optional(),
    criteria: CriteriaTree.optional(),
    additions: CohortBody.shape.additions.unwrap().optional(),
    exclusions: CohortBody.shape.exclusions.unwrap().optional(),
  })
  .meta({ id: 'UpdateCohortRequest' })
export type UpdateCohortRequest = z.infer<typeof UpdateCohortRequest>

export const Cohort = z
  .object({
    id: CohortId,
    tenantId: TenantId,
    revision: z.number().int().min(1),
    ...CohortBody.shape,
    /** The criteria as a plain sentence. */
    sentence: z.string(),
    /** Members today. */
    size: z.number().int(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'Cohort' })
export type Cohort = z.infer<typeof Cohort>
export const CohortAnswer = z.object({ cohort: Cohort }).meta({ id: 'CohortAnswer' })
export const CohortList = z
  .object({ cohorts: z.array(Cohort), nextCursor: z.string().nullable() })
  .meta({ id: 'CohortList' })
export type CohortList = z.infer<typeof CohortList>

export const CohortPreviewRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    criteria: CriteriaTree,
    additions: z.array(PersonaId).max(10_000).default([]),
    exclusions: z.array(PersonaId).max(10_000).default([]),
  })
  .meta({ id: 'CohortPreviewRequest' })
export const CohortPreview = z
  .object({
    sentence: z.string(),
    size: z.number().int(),
    /** All personas of the workspace, for scale. */
    of: z.number().int(),
    /** Members a segment needs to be reported on. */
    floor: z.number().int(),
    /** A few members, for a face to the number. */
    sample: z.array(PersonaListItem),
  })
  .meta({ id: 'CohortPreview' })
export type CohortPreview = z.infer<typeof CohortPreview>
