import { z } from 'zod'
import { CriterionField } from './cohorts.ts'
import { CohortId, JobId, TenantId, Timestamp } from './ids.ts'
import { AttributeValue } from './personas.ts'
import { Margin } from './populations.ts'
import { JobStatus } from './prompts.ts'

/**
 * Fields that can be given: `age`, `location`, `baseOccupation`, `gender`, `education`, `income`,
 * `household`, `language` and `attributes.<key>`. Names, traits, values, style and knowledge are
 * drawn to fit and are refused by name.
 */
export const Joint = z
  .strictObject({
    fields: z.array(CriterionField).min(1).max(6),
    /** Lower bounds of bands for the numeric fields among them, as in a margin. */
    bands: Margin.shape.bands,
    /** A combination of categories, one per field in their order, and its share of everyone. */
    cells: z
      .array(
        z.strictObject({
          categories: z.array(z.string().min(1).max(300)).min(1).max(6),
          share: z.number().min(0).max(1),
        }),
      )
      .min(1)
      .max(5000),
  })
  .meta({ id: 'Joint' })
export type Joint = z.infer<typeof Joint>

/**
 * A cohort of new personas. A category is a value ("Lyon"), a band of a number ("25–34", "55+",
 * "under 18"), or "unknown" for a field left out. Shares of a margin or joint sum to 1. What nobody
 * gives is drawn by default: adults of 18 to 85, half women, places of the gazetteer, work that fits
 * age and education.
 */
export const CohortGenerationBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  count: z.number().int().min(1).max(10_000),
  /** The same for everybody; `age` may be a band of ages: "25–45". */
  where: z.record(CriterionField, AttributeValue).optional(),
  margins: z.array(Margin).max(20).default([]),
  joint: z.array(Joint).max(20).default([]),
  /** The same body with the same number gives the same people. */
  randomSeed: z.number().int().min(0).max(2_147_483_647).default(0),
})
export type CohortGenerationBody = z.infer<typeof CohortGenerationBody>

/** POST /cohorts/generate: 202 with a job. */
export const GenerateCohortRequest = CohortGenerationBody.extend({ tenantId: TenantId.optional() })
  .strict()
  .meta({ id: 'GenerateCohortRequest' })
export type GenerateCohortRequest = z.infer<typeof GenerateCohortRequest>

/** How well one margin or joint is met. */
export const GeneratedMargin = z.object({
  /** Its fields crossed: "age × gender". */
  name: z.string(),
  /** Largest difference between a wanted and an achieved share, in points (0–100). */
  maxGapPoints: z.number(),
  categories: z.array(
    z.object({
      category: z.string(),
      /** People in it. */
      n: z.number().int(),
      /** Wanted and achieved share, 0–1. */
      target: z.number(),
      share: z.number(),
    }),
  ),
})
export type GeneratedMargin = z.infer<typeof GeneratedMargin>

export const CohortGenerationReport = z
  .object({
    count: z.number().int(),
    margins: z.array(GeneratedMargin),
    maxGapPoints: z.number(),
    /** How the crossing of the distributions came about. */
    method: z.enum(['quotas', 'independence', 'fitted']),
    /** What was drawn by default, and what could not be made to fit. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'CohortGenerationReport' })
export type CohortGenerationReport = z.infer<typeof CohortGenerationReport>

/** POST /cohorts/generate/preview: what would be made, by quota; nothing is stored. */
export const CohortGenerationPreview = z
  .object({
    report: CohortGenerationReport,
    /** The first few seeds, for faces to the numbers. */
    sample: z.array(
      z.object({
        firstName: z.string(),
        lastName: z.string(),
        age: z.number().int(),
        location: z.string(),
        baseOccupation: z.string(),
        gender: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'CohortGenerationPreview' })
export type CohortGenerationPreview = z.infer<typeof CohortGenerationPreview>

export const CohortGenerationAccepted = z
  .object({ jobId: JobId, status: JobStatus })
  .meta({ id: 'CohortGenerationAccepted' })
export type CohortGenerationAccepted = z.infer<typeof CohortGenerationAccepted>

/** GET /cohorts/generate/:jobId; POST …/cancel. */
export const CohortGenerationJob = z
  .object({
    jobId: JobId,
    status: JobStatus,
    name: z.string(),
    createdAt: Timestamp,
    /** Personas stored of all. */
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    /** Once it succeeded. */
    cohortId: CohortId.optional(),
    report: CohortGenerationReport.optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'CohortGenerationJob' })
export type CohortGenerationJob = z.infer<typeof CohortGenerationJob>
/** GET /cohorts/generate: the latest jobs, newest first. */
export const CohortGenerationJobList = z
  .object({ jobs: z.array(CohortGenerationJob) })
  .meta({ id: 'CohortGenerationJobList' })
export type CohortGenerationJobList = z.infer<typeof CohortGenerationJobList>
