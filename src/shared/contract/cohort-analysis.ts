import { z } from 'zod'
import { Cohort, CohortPreviewRequest, CriterionField } from './cohorts.ts'
import { CohortId, JobId, PersonaId, SkillId, SkillVersionId, TenantId, Timestamp } from './ids.ts'
import { JobStatus } from './prompts.ts'

/** POST /cohorts/analysis: a definition that need not be saved. */
export const CohortAnalysisRequest = CohortPreviewRequest.extend({
  /** The cohort being edited, so that it is not compared with itself. */
  cohortId: CohortId.optional(),
})
  .strict()
  .meta({ id: 'CohortAnalysisRequest' })
export type CohortAnalysisRequest = z.infer<typeof CohortAnalysisRequest>

const CompositionCategory = z.object({
  /** A value, a band of a number ("25–34"), or "unknown". */
  category: z.string(),
  n: z.number().int(),
  /** Share of the members, and of everybody in the workspace, 0–1. */
  share: z.number(),
  workspaceShare: z.number(),
})

/** How one field is spread over the members, against everybody. */
export const CompositionField = z
  .object({
    field: CriterionField,
    label: z.string(),
    kind: z.enum(['number', 'category', 'boolean', 'list']),
    /** Bands in order for numbers; else the most frequent first, the rest under "other". */
    categories: z.array(CompositionCategory),
    /** Members without a value. */
    missing: z.number().int(),
    /** Numbers only: of the members and of everybody. */
    mean: z.number().nullable(),
    sd: z.number().nullable(),
    workspaceMean: z.number().nullable(),
    /** Total variation distance from everybody, 0–1: fields that set the cohort apart come first. */
    distance: z.number(),
    /** Whether the criteria name it: then it differs by construction. */
    defining: z.boolean(),
  })
  .meta({ id: 'CompositionField' })
export type CompositionField = z.infer<typeof CompositionField>

/** How different members are from each other. */
export const CohortDiversity = z
  .object({
    /** Mean Gower distance (Gower 1971) between two members, 0–1; null under two members. */
    meanDistance: z.number().nullable(),
    /** The same between two people of the whole workspace, for scale. */
    workspaceMeanDistance: z.number().nullable(),
    /** meanDistance / workspaceMeanDistance: 1 is as mixed as everybody. */
    ratio: z.number().nullable(),
    /** Pairs looked at; a seeded sample beyond `exact`. */
    pairs: z.number().int(),
    exact: z.boolean(),
    /** Pairs of members that hardly differ, the closest first, at most 10. */
    twins: z.array(
      z.object({
        a: z.object({ personaId: PersonaId, name: z.string() }),
        b: z.object({ personaId: PersonaId, name: z.string() }),
        distance: z.number(),
      }),
    ),
    /** In plain words. */
    sentence: z.string(),
  })
  .meta({ id: 'CohortDiversity' })
export type CohortDiversity = z.infer<typeof CohortDiversity>

export const CohortOverlap = z.object({
  cohortId: CohortId,
  name: z.string(),
  size: z.number().int(),
  /** People in both. */
  shared: z.number().int(),
  /** Jaccard index (1912): shared over either, 0–1; 0 where both are empty. */
  jaccard: z.number(),
  /** Share of this cohort's members who are in the other too, 0–1. */
  shareOfThis: z.number(),
})
export type CohortOverlap = z.infer<typeof CohortOverlap>

export const CohortAnalysis = z
  .object({
    size: z.number().int(),
    of: z.number().int(),
    /** Members a segment needs to be reported on. */
    floor: z.number().int(),
    composition: z.array(CompositionField),
    diversity: CohortDiversity,
    /** With every other cohort, the largest overlap first. */
    overlap: z.array(CohortOverlap),
    /** Criteria that change nothing, exclude everybody or name a field nobody has; in sentences. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'CohortAnalysis' })
export type CohortAnalysis = z.infer<typeof CohortAnalysis>

/** GET /cohorts/overlap: every cohort with every other. */
export const CohortOverlapMatrix = z
  .object({
    cohorts: z.array(z.object({ id: CohortId, name: z.string(), size: z.number().int() })),
    /** Shape [k, k], in the order of `cohorts`: people in both; the diagonal holds the sizes. */
    shared: z.array(z.array(z.number().int())),
    /** Shape [k, k]: 0–1; the diagonal is 1, or 0 for an empty cohort. */
    jaccard: z.array(z.array(z.number())),
    /** People of the workspace in no cohort, and in more than one. */
    inNone: z.number().int(),
    inSeveral: z.number().int(),
    of: z.number().int(),
  })
  .meta({ id: 'CohortOverlapMatrix' })
export type CohortOverlapMatrix = z.infer<typeof CohortOverlapMatrix>

export const CohortRevision = z
  .object({
    revision: z.number().int().min(1),
    createdAt: Timestamp,
    name: z.string(),
    sentence: z.string(),
    /** Members that definition has today. */
    size: z.number().int(),
    /** What differs from the revision before, in sentences; empty for the first. */
    changes: z.array(z.string()),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'CohortRevision' })
export type CohortRevision = z.infer<typeof CohortRevision>
/** GET /cohorts/:id/revisions: newest first. POST /cohorts/:id/revisions/:revision/restore → Cohort. */
export const CohortRevisionList = z
  .object({ revisions: z.array(CohortRevision) })
  .meta({ id: 'CohortRevisionList' })
export type CohortRevisionList = z.infer<typeof CohortRevisionList>
export const RestoredCohort = z.object({ cohort: Cohort })

/** POST /cohorts/:id/separation: a skill put to both cohorts, to see whether they answer apart. */
export const SeparationRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    neighbourId: CohortId,
    /** The calibration skill; its newest version is pinned. */
    skillId: SkillId,
    /** `offline`, or the name of a configured model. */
    model: z.string().max(200).default('offline'),
    /** People asked of each cohort; people in both are asked of neither. */
    perCohort: z.number().int().min(5).max(200).default(30),
    /** Values for the `{{name}}` variables of the skill. */
    variables: z.record(z.string().max(100), z.string().max(4000)).default({}),
    randomSeed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(1),
  })
  .meta({ id: 'SeparationRequest' })
export type SeparationRequest = z.infer<typeof SeparationRequest>

export const SeparatedQuestion = z.object({
  questionId: z.string(),
  text: z.string(),
  /** Answers compared, of this cohort and of the neighbour. */
  n: z.tuple([z.number().int(), z.number().int()]),
  /** Distance between the two sets of answers, 0–1, and what chance alone reaches 19 times in 20. */
  distance: z.number().nullable(),
  floor: z.number().nullable(),
  /** Adjusted over the questions that are compared (Holm 1979); null where it is not tested. */
  p: z.number().nullable(),
  /** The question asks for what defines the cohorts: the difference says nothing. */
  byConstruction: z.boolean(),
  sentence: z.string(),
})
export type SeparatedQuestion = z.infer<typeof SeparatedQuestion>

export const CohortSeparation = z
  .object({
    modelName: z.string(),
    /** The built-in model answered: a rehearsal, no evidence about people. */
    rehearsal: z.boolean(),
    /** People asked of each, and people left out because they are in both. */
    asked: z.tuple([z.number().int(), z.number().int()]),
    inBoth: z.number().int(),
    /**
     * Energy coefficient over all questions that are not true by construction (Székely & Rizzo 2004):
     * 0 alike, 1 all of each the same; with its permutation p; null where nothing could be compared.
     */
    energy: z.number().nullable(),
    p: z.number().nullable(),
    verdict: z.enum(['apart', 'not_told_apart', 'too_few']),
    sentence: z.string(),
    /** The most apart first. */
    questions: z.array(SeparatedQuestion),
  })
  .meta({ id: 'CohortSeparation' })
export type CohortSeparation = z.infer<typeof CohortSeparation>

export const SeparationAccepted = z
  .object({ jobId: JobId, status: JobStatus })
  .meta({ id: 'SeparationAccepted' })

/** GET /cohorts/:id/separations (newest first) and …/:jobId; POST …/:jobId/cancel. */
export const SeparationJob = z
  .object({
    jobId: JobId,
    status: JobStatus,
    cohortId: CohortId,
    neighbourId: CohortId,
    neighbourName: z.string(),
    skillId: SkillId,
    skillVersionId: SkillVersionId,
    skillName: z.string(),
    createdAt: Timestamp,
    /** Both cohorts are defined today as they were when this was asked for; names aside. */
    isCurrent: z.boolean(),
    /** Interviews held of all. */
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    result: CohortSeparation.optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'SeparationJob' })
export type SeparationJob = z.infer<typeof SeparationJob>
export const SeparationJobList = z
  .object({ separations: z.array(SeparationJob) })
  .meta({ id: 'SeparationJobList' })
