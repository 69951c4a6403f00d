import { z } from 'zod'
import { EntryId, PersonaId, Timestamp, TimestampInput } from './ids.ts'

export const MemoryType = z.enum([
  'normal',
  'pride',
  'shame',
  'repressed',
  'revised',
  'exaggerated',
])
export type MemoryType = z.infer<typeof MemoryType>

export const EntrySource = z.enum(['seed', 'user', 'conversation', 'study', 'file'])
export type EntrySource = z.infer<typeof EntrySource>

const prose = z.string().trim().min(1).max(5000)

/** The nine fields of a timeline entry as person.run documents them, and `knownAt`. */
export const NewTimelineEntry = z
  .strictObject({
    eventAt: TimestampInput,
    eventLabel: z.string().trim().min(1).max(500),
    facts: prose,
    feelings: prose,
    interpretation: prose,
    emotionTags: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
    memoryType: MemoryType.default('normal'),
    /** 0–100: vivid from 75, clear from 40, faded below. */
    memoryStrength: z.number().min(0).max(100).default(50),
    metadata: z
      .record(z.string().max(100), z.unknown())
      .refine((record) => Object.keys(record).length <= 50, 'must have at most 50 keys')
      .optional(),
    /** When the persona came to know it. Default: `eventAt`. */
    knownAt: TimestampInput.optional(),
  })
  .meta({ id: 'NewTimelineEntry' })
export type NewTimelineEntry = z.infer<typeof NewTimelineEntry>

export const TimelineEntry = z
  .object({
    id: EntryId,
    personaId: PersonaId,
    /** 1, 2, 3… per persona. */
    sequence: z.number().int().min(1),
    eventAt: Timestamp,
    eventLabel: z.string(),
    facts: z.string(),
    feelings: z.string(),
    interpretation: z.string(),
    emotionTags: z.array(z.string()),
    memoryType: MemoryType,
    memoryStrength: z.number(),
    metadata: z.record(z.string(), z.unknown()),
    source: EntrySource,
    knownAt: Timestamp,
    supersedes: EntryId.nullable(),
    supersededBy: EntryId.nullable(),
    supersedeReason: z.string().nullable(),
    createdAt: Timestamp,
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const AppendTimelineRequest = z
  .union([
    NewTimelineEntry,
    z.strictObject({ entries: z.array(NewTimelineEntry).min(1).max(1000) }),
  ])
  .meta({ id: 'AppendTimelineRequest' })
export type AppendTimelineRequest = z.infer<typeof AppendTimelineRequest>

export const SupersedeRequest = z
  .strictObject({ reason: z.string().trim().min(1).max(1000), entry: NewTimelineEntry })
  .meta({ id: 'SupersedeRequest' })
export type SupersedeRequest = z.infer<typeof SupersedeRequest>

export const TimelineAnswer = z
  .object({ entries: z.array(TimelineEntry), nextCursor: z.string().nullable() })
  .meta({ id: 'Timeline' })
export type TimelineAnswer = z.infer<typeof TimelineAnswer>

export const TimelineQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: z.string().max(500).optional(),
  /** Superseded entries too. Default true: the timeline is the whole history. */
  includeSuperseded: z.enum(['true', 'false']).default('true'),
  type: MemoryType.optional(),
  /** Only these, at most 200, separated by commas. */
  ids: z
    .string()
    .max(8000)
    .transform((list) => list.split(','))
    .pipe(z.array(EntryId).max(200))
    .optional(),
})
export type TimelineQuery = z.infer<typeof TimelineQuery>
