import { z } from 'zod'
import { CriteriaTree } from './cohorts.ts'
import { TenantId } from './ids.ts'
import { PersonaSeed } from './personas.ts'
import { Margin } from './populations.ts'
import { SkillBody } from './skills.ts'
import { StudyDesign } from './studies.ts'

/** A study as one YAML or JSON file: people, segments, panel, question and run. */
export const StudyFile = z
  .strictObject({
    /** Version of this format. */
    workbench: z.literal(1),
    name: z.string().trim().min(1).max(200),
    personas: z
      .strictObject({
        /** CSV or JSONL, relative to the study file. */
        file: z.string().optional(),
        /** `randomSeed` where it is another than that of all. */
        inline: z
          .array(PersonaSeed.extend({ randomSeed: z.number().int().min(0).optional() }))
          .max(10_000)
          .optional(),
        randomSeed: z.number().int().min(0).default(0),
      })
      .refine(
        (people) => people.file !== undefined || people.inline !== undefined,
        'needs file or inline',
      ),
    cohorts: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(200), criteria: CriteriaTree }))
      .min(1)
      .max(100)
      .refine(
        (cohorts) => new Set(cohorts.map(({ name }) => name)).size === cohorts.length,
        'must have different names',
      ),
    population: z.strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      /** By cohort name. Absent: as large as they are. */
      targetShares: z.record(z.string(), z.number().min(0).max(1)).optional(),
      margins: z.array(Margin).max(20).default([]),
      /** CSV with columns variable, category, share: added to `margins`. */
      marginsFile: z.string().optional(),
      trim: z
        .strictObject({ lower: z.number().positive().max(1), upper: z.number().min(1) })
        .optional(),
    }),
    skill: SkillBody,
    study: StudyDesign.prefault({}),
  })
  .meta({ id: 'StudyFile' })
export type StudyFile = z.infer<typeof StudyFile>

export const ImportStudyRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** The study file as YAML or JSON text, or as an object. */
    file: z.union([z.string().max(5_000_000), z.record(z.string(), z.unknown())]),
    /** Texts of the files it names, by the name it uses. */
    files: z.record(z.string().max(500), z.string()).default({}),
  })
  .meta({ id: 'ImportStudyRequest' })
export type ImportStudyRequest = z.infer<typeof ImportStudyRequest>
