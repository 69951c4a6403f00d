import { z } from 'zod'
import { PersonaId, TenantId, Timestamp } from './ids.ts'
import { NextCursor, PageQuery } from './paging.ts'

export const AttributeValue = z.union([z.string().max(500), z.number(), z.boolean()])
export type AttributeValue = z.infer<typeof AttributeValue>

const name = z.string().trim().min(1).max(100)
const shortText = z.string().trim().min(1).max(200)

export const PersonaSeed = z
  .strictObject({
    firstName: name,
    lastName: name,
    /** Years. */
    age: z.number().int().min(0).max(120),
    location: shortText,
    baseOccupation: shortText,
    gender: shortText.optional(),
    education: shortText.optional(),
    income: shortText.optional(),
    household: shortText.optional(),
    /** BCP 47; answers come in it. */
    language: z
      .string()
      .regex(
        /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
        'must be a BCP 47 language tag such as en or pt-BR',
      )
      .optional(),
    attributes: z
      .record(z.string().min(1).max(100), AttributeValue)
      .refine((record) => Object.keys(record).length <= 100, 'must have at most 100 keys')
      .optional(),
  })
  .meta({ id: 'PersonaSeed' })
export type PersonaSeed = z.infer<typeof PersonaSeed>

/** Percentile, 0–100. */
const percentile = z.number().min(0).max(100)

export const Traits = z.object({
  openness: percentile,
  conscientiousness: percentile,
  extraversion: percentile,
  agreeableness: percentile,
  neuroticism: percentile,
})
export type Traits = z.infer<typeof Traits>
export const traitNames = [
  'openness',
  'conscientiousness',
  'extraversion',
  'agreeableness',
  'neuroticism',
] as const satisfies readonly (keyof Traits)[]

/** Schwartz (1992). */
export const SchwartzValue = z.enum([
  'self-direction',
  'stimulation',
  'hedonism',
  'achievement',
  'power',
  'security',
  'conformity',
  'tradition',
  'benevolence',
  'universalism',
])
export type SchwartzValue = z.infer<typeof SchwartzValue>

export const CommunicationStyle = z.object({
  formality: percentile,
  verbosity: percentile,
  directness: percentile,
  warmth: percentile,
  humor: percentile,
  /** Habits of speech, each a short phrase such as "says 'to be fair' a lot". */
  habits: z.array(z.string()),
})
export type CommunicationStyle = z.infer<typeof CommunicationStyle>

export const KnowledgeArea = z.object({
  topic: z.string(),
  level: percentile,
  /** Where it comes from: "twelve years as a nurse". */
  origin: z.string(),
})
export type KnowledgeArea = z.infer<typeof KnowledgeArea>

const bipolar = z.number().min(-1).max(1)
/** Valence, arousal, dominance, each −1…1 (Mehrabian 1996). */
export const Mood = z.object({ valence: bipolar, arousal: bipolar, dominance: bipolar })
export type Mood = z.infer<typeof Mood>

export const PersonaProfile = z.object({
  traits: Traits,
  /** Three, most important first. */
  values: z.array(SchwartzValue).length(3),
  communicationStyle: CommunicationStyle,
  domainKnowledge: z.array(KnowledgeArea),
  /** Where mood returns to. */
  moodBaseline: Mood,
  /** How far mood moves with an exchange, 0–1. */
  moodArousability: z.number().min(0).max(1),
})
export type PersonaProfile = z.infer<typeof PersonaProfile>

export const Persona = PersonaSeed.extend({
  id: PersonaId,
  tenantId: TenantId,
  /** Stable key derived from the seed: what random draws hang on, never the id. */
  personaKey: z.string(),
  /** With the seed, what the persona can be generated from again. */
  randomSeed: z.number().int(),
  attributes: z.record(z.string(), AttributeValue),
  summary: z.string(),
  ...PersonaProfile.shape,
  /** Length of the timeline, superseded entries included. */
  timelineLength: z.number().int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
}).meta({ id: 'Persona' })
export type Persona = z.infer<typeof Persona>

/** A row of the list: what a table shows, without profile and biography. */
export const PersonaListItem = z
  .object({
    ...Persona.pick({
      id: true,
      tenantId: true,
      firstName: true,
      lastName: true,
      age: true,
      location: true,
      baseOccupation: true,
      gender: true,
      education: true,
      income: true,
      summary: true,
      traits: true,
      timelineLength: true,
      createdAt: true,
      updatedAt: true,
    }).shape,
  })
  .meta({ id: 'PersonaListItem' })
export type PersonaListItem = z.infer<typeof PersonaListItem>

export const CreatePersonaRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    seed: PersonaSeed,
    /** Two personas with the same seed and number are the same person. Default 0. */
    randomSeed: z.number().int().min(0).optional(),
  })
  .meta({ id: 'CreatePersonaRequest' })
export type CreatePersonaRequest = z.infer<typeof CreatePersonaRequest>

export const PersonaAnswer = z.object({ persona: Persona }).meta({ id: 'PersonaAnswer' })
export type PersonaAnswer = z.infer<typeof PersonaAnswer>

/** Identity may be corrected; what was generated from the seed stays as it is. */
export const UpdatePersonaRequest = PersonaSeed.partial()
  .extend({ summary: z.string().trim().min(1).max(5000).optional() })
  .strict()
  .meta({ id: 'UpdatePersonaRequest' })
export type UpdatePersonaRequest = z.infer<typeof UpdatePersonaRequest>

/** A profile as it was from an instant on. A persona that was never edited has one. */
export const PersonaVersion = z
  .object({
    /** 1, 2, 3… */
    version: z.number().int(),
    /** When it was saved; the first counts for the time before it, too. */
    validFrom: Timestamp,
    isCurrent: z.boolean(),
    /** Fields with another value than in the version before; none in the first. */
    changed: z.array(z.string()),
    persona: Persona,
  })
  .meta({ id: 'PersonaVersion' })
export type PersonaVersion = z.infer<typeof PersonaVersion>
export const PersonaVersionAnswer = z
  .object({ version: PersonaVersion })
  .meta({ id: 'PersonaVersionAnswer' })
/** Newest first. */
export const PersonaVersionList = z
  .object({ versions: z.array(PersonaVersion), nextCursor: NextCursor })
  .meta({ id: 'PersonaVersionList' })
export type PersonaVersionList = z.infer<typeof PersonaVersionList>

export const PersonaSort = z.enum([
  'createdAt',
  'firstName',
  'lastName',
  'age',
  'location',
  'baseOccupation',
])
export const ListPersonasQuery = PageQuery.extend({
  tenantId: TenantId.optional(),
  /** Words that must all occur (as prefixes) in name, location, occupation or summary. */
  q: z.string().max(200).optional(),
  location: z.string().max(200).optional(),
  gender: z.string().max(200).optional(),
  minAge: z.coerce.number().int().optional(),
  maxAge: z.coerce.number().int().optional(),
  sort: PersonaSort.default('createdAt'),
  order: z.enum(['asc', 'desc']).default('asc'),
})
export type ListPersonasQuery = z.infer<typeof ListPersonasQuery>

export const PersonaList = z
  .object({
    personas: z.array(PersonaListItem),
    /** All that match the filters, not only this page. */
    total: z.number().int(),
    nextCursor: NextCursor,
  })
  .meta({ id: 'PersonaList' })
export type PersonaList = z.infer<typeof PersonaList>

export const ImportLineError = z.object({
  /** 1-based line of the file; the header of a CSV is line 1. */
  line: z.number().int(),
  path: z.string(),
  message: z.string(),
})
export const ImportReport = z
  .object({
    imported: z.number().int(),
    failed: z.number().int(),
    personaIds: z.array(PersonaId),
    /** The first 1,000; `failed` counts all. */
    errors: z.array(ImportLineError),
  })
  .meta({ id: 'ImportReport' })
export type ImportReport = z.infer<typeof ImportReport>
