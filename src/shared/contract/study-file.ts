import { z } from 'zod'
import { CriteriaTree } from './cohorts.ts'
import { TenantId, Timestamp } from './ids.ts'
import { Persona, PersonaProfile, PersonaSeed } from './personas.ts'
import { Margin } from './populations.ts'
import { SkillBody } from './skills.ts'
import { StudyDesign } from './studies.ts'
import { RegisteredPlan } from './study-history.ts'
import { EntrySource, NewTimelineEntry } from './timeline.ts'

const cohortName = z.string().trim().min(1).max(200)

export const FileMemory = NewTimelineEntry.extend({
  source: EntrySource.default('seed'),
  /** The memory that this one corrects, by its place in the list, the first being 1. */
  supersedes: z
    .strictObject({ memory: z.number().int().min(1), reason: z.string().max(1000) })
    .optional(),
})
  .strict()
  .meta({ id: 'FileMemory' })
export type FileMemory = z.infer<typeof FileMemory>

/** A person who has become somebody else than the seed makes: profile and memories as they are. */
export const FileLife = z
  .strictObject({
    /** What random draws hang on. */
    personaKey: z.string().min(1).max(100),
    summary: z.string().max(20_000),
    profile: PersonaProfile,
    /** Every profile the person has had, where there was more than one, oldest first. */
    versions: z
      .array(
        z.strictObject({
          validFrom: Timestamp,
          body: Persona.omit({
            id: true,
            tenantId: true,
            timelineLength: true,
            createdAt: true,
            updatedAt: true,
          }),
        }),
      )
      .max(1000)
      .optional(),
    memories: z
      .array(FileMemory)
      .max(100_000)
      .refine(
        (memories) => memories.every(({ supersedes }, i) => (supersedes?.memory ?? 0) <= i),
        'must supersede earlier ones only',
      ),
  })
  .meta({ id: 'FileLife' })
export type FileLife = z.infer<typeof FileLife>

export const FilePerson = PersonaSeed.extend({
  /** Where it is another than that of all. */
  randomSeed: z.number().int().min(0).optional(),
  /** When the person was made, where it is another time than that of all: decides the year of birth. */
  describedAt: Timestamp.optional(),
  /** Cohorts the person was put in by hand. */
  addedTo: z.array(cohortName).max(100).optional(),
  /** Cohorts the person was taken out of by hand. */
  takenOutOf: z.array(cohortName).max(100).optional(),
  /** Absent: what is generated from the seed. */
  life: FileLife.optional(),
})
  .strict()
  .meta({ id: 'FilePerson' })
export type FilePerson = z.infer<typeof FilePerson>

/** A registered plan. Skill or population absent: those of the file. */
export const FileRegistration = z
  .strictObject({
    registeredAt: Timestamp,
    runsBefore: z.number().int().min(0),
    plan: RegisteredPlan.partial({ skill: true, population: true }),
  })
  .meta({ id: 'FileRegistration' })
export type FileRegistration = z.infer<typeof FileRegistration>

/** A study as one YAML or JSON file: people, segments, panel, question and run. */
export const StudyFile = z
  .strictObject({
    /** For editors: where the schema of this format is. */
    $schema: z.string().max(500).optional(),
    /** Version of this format. */
    workbench: z.literal(1),
    name: z.string().trim().min(1).max(200),
    personas: z
      .strictObject({
        /** CSV or JSONL, relative to the study file. */
        file: z.string().optional(),
        inline: z.array(FilePerson).max(10_000).optional(),
        randomSeed: z.number().int().min(0).default(0),
        /** When people were made; absent: when the file is imported. */
        describedAt: Timestamp.optional(),
      })
      .refine(
        (people) => people.file !== undefined || people.inline !== undefined,
        'needs file or inline',
      ),
    cohorts: z
      .array(z.strictObject({ name: cohortName, criteria: CriteriaTree }))
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
    registration: FileRegistration.optional(),
  })
  .meta({ id: 'StudyFile' })
export type StudyFile = z.infer<typeof StudyFile>

export const ImportStudyRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** The study file as YAML or JSON text, or as an object. */
    file: z.union([z.string().max(9_000_000), z.record(z.string(), z.unknown())]),
    /** Texts of the files it names, by the name it uses. */
    files: z.record(z.string().max(500), z.string()).default({}),
  })
  .meta({ id: 'ImportStudyRequest' })
export type ImportStudyRequest = z.infer<typeof ImportStudyRequest>
